import { S3Client } from "@aws-sdk/client-s3";
import { REAL_TIME } from "../../shared/adapters/stores/real-time.ts";
import { s3Eraser } from "../../shared/adapters/stores/s3/erase.ts";
import { s3Finder } from "../../shared/adapters/stores/s3/find.ts";
import { s3Verifier } from "../../shared/adapters/stores/s3/verify.ts";
import { openGate } from "../world/stores/gates.ts";
import { measuredStore, person } from "./workload.ts";

// One pass over a bucket in a process of its own, so that its memory and its processor time can be read off it:
// node test/bench/measured-pass.ts find|erase|erase-without-pace|verify ENDPOINT BUCKET
const [pass, endpoint = "", bucket = ""] = process.argv.slice(2);

const s3 = new S3Client({
  endpoint,
  region: "eu-central-1",
  credentials: { accessKeyId: "nobody", secretAccessKey: "nothing" },
});
const unpaced = { ...REAL_TIME, pause: async () => undefined };

const startedAtMs = performance.now();
const entries = await run();
const wallMs = performance.now() - startedAtMs;
const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
const report = { entries, wallMs, cpuMs: (userCPUTime + systemCPUTime) / 1000, peakMebibytes: maxRSS / 1024 };
process.stdout.write(`${JSON.stringify(report)}\n`);

async function run(): Promise<number> {
  switch (pass) {
    case "find":
      return (await s3Finder(s3, bucket, measuredStore).find(person)).found;
    case "erase":
    case "erase-without-pace": {
      const eraser = s3Eraser(s3, bucket, measuredStore, { time: pass === "erase" ? REAL_TIME : unpaced });
      return (await eraser.erase(person, openGate, async () => undefined)).deleted;
    }
    case "verify":
      return s3Verifier(s3, bucket, measuredStore).countRemaining(person);
    default:
      throw new Error(`There is no pass ${pass}: use find, erase, erase-without-pace or verify.`);
  }
}

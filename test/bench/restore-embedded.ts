import { cpus, loadavg } from "node:os";
import { PutObjectCommand } from "@aws-sdk/client-s3";
import { clockSettingsFromOutputs } from "../../client/client-settings.ts";
import { letheClock } from "../../client/lethe-clock.ts";
import { LOCAL_CREDENTIALS } from "../../local/local-environment.ts";
import { atOnce } from "../../shared/adapters/at-once.ts";
import { copiedBucket } from "../journeys/copied.ts";
import { emptied, keysOf } from "../journeys/emptied.ts";
import { startService } from "../journeys/service.ts";

/** Photos of one person who is erased, of one whose photos end, and of one who stays: a thousand together. */
const PHOTOS = { erased: 400, ended: 300, living: 300 };
const STORE = "photos";
/** Until the functions have heard of everything. */
const HEARD_MS = 20_000;

const service = await startService();
try {
  const { s3, bindings } = service.demo;
  const Bucket = bindings.stores[STORE]?.id;
  const keys = Object.entries(PHOTOS).flatMap(([person, count]) =>
    Array.from({ length: count }, (_, place) => `users/${person}/${place}.jpg`),
  );
  await atOnce(16, keys, (Key) => s3.send(new PutObjectCommand({ Bucket, Key, Body: `what ${Key} holds` })));
  await new Promise((resolve) => setTimeout(resolve, HEARD_MS));
  const copy = await copiedBucket(service, STORE, new Date());
  const clock = letheClock(clockSettingsFromOutputs(Object.assign({}, ...Object.values(service.outputs))), {
    endpoint: service.aws.endpoint,
    credentials: LOCAL_CREDENTIALS,
  });
  const ended = keys.filter((key) => key.startsWith("users/ended/"));
  await atOnce(16, ended, (key) => clock.generationCompleted({ store: STORE, key }));
  const erased = await service.lethe("erase", "--subject", "erased", "--wait");
  await new Promise((resolve) => setTimeout(resolve, HEARD_MS));
  await emptied(service, STORE);
  const startedMs = performance.now();
  const restored = await service.lethe("restore", STORE, "--copy", copy);
  const seconds = (performance.now() - startedMs) / 1000;
  const back = await keysOf(service, STORE);
  const readable = back.filter((key) => !key.startsWith("users/living/")).length;
  const missing = PHOTOS.living - (back.length - readable);
  print(
    `${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0]?.model}, load ${loadavg()[0]?.toFixed(1)}`,
  );
  print(restored.stdout, restored.stderr, erased.exitCode === 0 ? "" : erased.stderr);
  print(
    `${keys.length} objects in ${seconds.toFixed(1)} s: ${readable} readable that may not be, ${missing} missing`,
  );
  process.exitCode = readable === 0 && missing === 0 && restored.exitCode === 0 ? 0 : 1;
} finally {
  await service.stop();
}

function print(...lines: readonly string[]): void {
  for (const line of lines.filter(Boolean)) process.stdout.write(`${line}\n`);
}

import { S3Client } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { s3Eraser } from "../../../shared/adapters/stores/s3/erase.ts";
import { s3Finder } from "../../../shared/adapters/stores/s3/find.ts";
import { s3Verifier } from "../../../shared/adapters/stores/s3/verify.ts";
import { type S3Server, startS3Server } from "../../bench/s3-server/server.ts";
import { entriesOf, fewestCalls, fill, measuredStore, person, type Workload } from "../../bench/workload.ts";
import { openGate } from "../../world/stores/gates.ts";
import { quickTime } from "../../world/stores/quick-time.ts";

const workload: Workload = { objects: 1200, versions: 2, areDeleted: true };
const entries = entriesOf(workload);
const pages = Math.ceil(entries / 1000);

describe("the calls of a whole erasure from S3", () => {
  let server: S3Server;
  let s3: S3Client;

  beforeAll(async () => {
    server = await startS3Server();
    s3 = new S3Client(server.clientConfig);
  });
  afterAll(() => server.stop());

  const callsOf = async (pass: () => Promise<unknown>): Promise<Record<string, number>> => {
    server.forgetCalls();
    await pass();
    return Object.fromEntries(server.calls);
  };

  it("are the fewest that can list, delete and see that nothing is left, and one look for uploads", async () => {
    fill(server.newBucket("bucket", { isVersioned: true }), workload);

    const finding = await callsOf(() => s3Finder(s3, "bucket", measuredStore).find(person));
    const erasing = await callsOf(() =>
      s3Eraser(s3, "bucket", measuredStore, { time: quickTime() }).erase(
        person,
        openGate,
        async () => undefined,
      ),
    );
    const verifying = await callsOf(() => s3Verifier(s3, "bucket", measuredStore).countRemaining(person));

    expect(finding).toEqual({ ListObjectVersions: pages, ListMultipartUploads: 1 });
    expect(erasing).toEqual({ ListObjectVersions: pages + 1, DeleteObjects: pages, ListMultipartUploads: 1 });
    expect(pages + 1 + pages).toBe(fewestCalls(entries));
    expect(verifying).toEqual({ ListObjectVersions: 1, ListObjectsV2: 1, ListMultipartUploads: 1 });
  });
});

import {
  ListObjectVersionsCommand,
  PutObjectLegalHoldCommand,
  PutObjectRetentionCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { s3Eraser } from "../../shared/adapters/stores/s3/erase.ts";
import { s3Finder } from "../../shared/adapters/stores/s3/find.ts";
import { s3Verifier } from "../../shared/adapters/stores/s3/verify.ts";
import { sha256Hex } from "../../shared/domain/canonical-json.ts";
import { subjectIdOf } from "../../shared/domain/erasure/subject-id.ts";
import type { StoreAdapter } from "../../shared/operations/ports.ts";
import { startBareEmbeddedAws } from "../embedded-aws.ts";
import { openGate } from "../world/stores/gates.ts";
import { beginUpload, keysIn, newBucket, putMarkers, putObjects } from "./s3-objects.ts";
import { ODD_NAMES, s3StoreContract } from "./s3-store.ts";

const store = {
  id: "portraits",
  kind: "s3" as const,
  keyTemplate: "users/{subject}/…",
  versioned: true,
  categories: ["portrait"],
};

describe("on the embedded AWS", () => {
  let aws: Awaited<ReturnType<typeof startBareEmbeddedAws>>;
  let s3: S3Client;
  let made = 0;

  beforeAll(async () => {
    aws = await startBareEmbeddedAws();
    s3 = new S3Client(aws.clientConfig);
  });
  afterAll(() => aws.stop());

  const bucketOf = async (settings: { isVersioned?: boolean; hasLocks?: boolean }) => {
    made += 1;
    const bucket = await newBucket(s3, `bucket-${made}`, settings);
    const adapter: StoreAdapter = {
      storeId: store.id,
      kind: store.kind,
      finder: s3Finder(s3, bucket, store),
      eraser: s3Eraser(s3, bucket, store),
      verifier: s3Verifier(s3, bucket, store),
    };
    return { bucket, adapter };
  };

  // Its listings of versions know no encoding, so they cannot carry the names that XML cannot.
  s3StoreContract(async (settings) => {
    const { bucket, adapter } = await bucketOf(settings);
    return {
      adapter,
      put: (keys) => putObjects(s3, bucket, keys),
      mark: (keys) => putMarkers(s3, bucket, keys),
      beginUpload: (key) => beginUpload(s3, bucket, key),
      keys: () => keysIn(s3, bucket),
    };
  }, ODD_NAMES);

  it("leaves what is locked, says until when, and deletes the rest", async () => {
    const person = subjectIdOf("1");
    const { bucket, adapter } = await bucketOf({ hasLocks: true });
    const key = `users/${person}/kept`;
    await putObjects(s3, bucket, [`users/${person}/a`, key, `users/${person}/z`]);
    const RetainUntilDate = new Date("2099-01-01T00:00:00.000Z");
    const Retention = { Mode: "GOVERNANCE", RetainUntilDate } as const;
    await s3.send(new PutObjectRetentionCommand({ Bucket: bucket, Key: key, Retention }));
    const { Versions = [] } = await s3.send(new ListObjectVersionsCommand({ Bucket: bucket, Prefix: key }));

    const pass = await adapter.eraser.erase(person, openGate, async () => undefined);

    expect(pass).toMatchObject({ deleted: 2, left: 1, finished: true });
    expect(pass.leftBehind).toEqual([
      {
        idHash: sha256Hex(`${key}\n${Versions[0]?.VersionId}`),
        code: "AccessDenied",
        retainedUntil: RetainUntilDate.toISOString(),
      },
    ]);
    expect(await adapter.verifier.countRemaining(person)).toBe(1);
  });

  it("leaves what is under a legal hold, which has no end, and says no date", async () => {
    const person = subjectIdOf("1");
    const { bucket, adapter } = await bucketOf({ hasLocks: true });
    const Key = `users/${person}/kept`;
    await putObjects(s3, bucket, [`users/${person}/a`, Key]);
    await s3.send(new PutObjectLegalHoldCommand({ Bucket: bucket, Key, LegalHold: { Status: "ON" } }));

    const pass = await adapter.eraser.erase(person, openGate, async () => undefined);

    expect(pass).toMatchObject({ deleted: 1, left: 1, finished: true });
    expect(pass.leftBehind).toEqual([{ idHash: expect.any(String), code: "AccessDenied" }]);
    expect(await adapter.verifier.countRemaining(person)).toBe(1);
  });
});

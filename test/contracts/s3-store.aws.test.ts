import { ListObjectVersionsCommand, PutObjectRetentionCommand, S3Client } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { s3Eraser } from "../../shared/adapters/stores/s3/erase.ts";
import { s3Finder } from "../../shared/adapters/stores/s3/find.ts";
import { s3Verifier } from "../../shared/adapters/stores/s3/verify.ts";
import { sha256Hex } from "../../shared/domain/canonical-json.ts";
import { subjectIdOf } from "../../shared/domain/erasure/subject-id.ts";
import type { S3Store } from "../../shared/domain/policy/store.ts";
import { startBareEmbeddedAws } from "../embedded-aws.ts";
import { openGate } from "../world/stores/gates.ts";
import { beginUpload, newBucket, putMarkers, putObjects } from "./s3-objects.ts";

const store: S3Store = {
  id: "portraits",
  kind: "s3",
  keyTemplate: "users/{subject}/…",
  versioned: true,
  categories: ["portrait"],
};
const person = subjectIdOf("1");
const neighbour = subjectIdOf("10");
const told = async () => undefined;

/** What people and programs have called files; the last line cannot be written in XML 1.0. */
const ODD_NAMES = [
  ...[
    "a+b",
    "a%2Bb",
    "a b",
    "a%20b",
    " leading",
    "trailing ",
    "//",
    "a//b",
    "/",
    "./a",
    "../a",
    "%",
    "100%",
    "%zz",
  ],
  ...[
    "é",
    "e\u0301",
    "日本語",
    "🦊",
    "&amp;",
    "<a>",
    "\"'",
    "a?b=c#d",
    "a\\b",
    "*",
    "{subject}",
    "…",
    "\u007f",
    "\u0085",
  ],
  ...["a\tb", "a\nb", "a\u2028b", "\ufffd"],
  ...["a\u0001b", "\u001f", "a\rb", "a\r\nb", "\u0008", "\ufffe", "\uffff"],
];

describe("a bucket on the embedded AWS", () => {
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
    return {
      bucket,
      finder: s3Finder(s3, bucket, store),
      eraser: s3Eraser(s3, bucket, store),
      verifier: s3Verifier(s3, bucket, store),
    };
  };

  it("is rid of every version, marker and unfinished upload of a person, and of nobody else's", async () => {
    const { bucket, finder, eraser, verifier } = await bucketOf({ isVersioned: true });
    for (const subject of [person, neighbour]) {
      await putObjects(s3, bucket, [`users/${subject}/a`, `users/${subject}/b`]);
      await putObjects(s3, bucket, [`users/${subject}/a`]);
      await putMarkers(s3, bucket, [`users/${subject}/a`, `users/${subject}/never-there`]);
      await beginUpload(s3, bucket, `users/${subject}/film`);
    }
    const entries = 3 + 2 + 1;

    expect(await finder.find(person)).toMatchObject({ found: entries, bytes: 3 });
    expect(await verifier.countRemaining(person)).toBe(entries);
    expect(await eraser.erase(person, openGate, told)).toMatchObject({ deleted: entries, finished: true });
    expect((await finder.find(person)).found).toBe(0);
    expect(await verifier.countRemaining(person)).toBe(0);
    expect(await verifier.countRemaining(neighbour)).toBe(entries);
  });

  it.each([{ isVersioned: true }, { isVersioned: false }])(
    "is rid of keys of any characters, $isVersioned",
    async (settings) => {
      const { bucket, finder, eraser, verifier } = await bucketOf(settings);
      await putObjects(
        s3,
        bucket,
        ODD_NAMES.map((name) => `users/${person}/${name}`),
      );
      // A key that is decoded twice, or not at all, would be one of the neighbour's.
      await putObjects(
        s3,
        bucket,
        ODD_NAMES.map((name) => `users/${neighbour}/${name}`),
      );
      expect((await finder.find(person)).found).toBe(ODD_NAMES.length);

      const pass = await eraser.erase(person, openGate, told);

      expect(pass).toMatchObject({ deleted: ODD_NAMES.length, left: 0, finished: true });
      expect(await verifier.countRemaining(person)).toBe(0);
      expect(await verifier.countRemaining(neighbour)).toBe(ODD_NAMES.length);
    },
  );

  it("leaves what is locked, says until when, and deletes the rest", async () => {
    const { bucket, eraser, verifier } = await bucketOf({ hasLocks: true });
    const key = `users/${person}/kept`;
    await putObjects(s3, bucket, [`users/${person}/a`, key, `users/${person}/z`]);
    const RetainUntilDate = new Date("2099-01-01T00:00:00.000Z");
    const Retention = { Mode: "GOVERNANCE", RetainUntilDate } as const;
    await s3.send(new PutObjectRetentionCommand({ Bucket: bucket, Key: key, Retention }));
    const { Versions = [] } = await s3.send(new ListObjectVersionsCommand({ Bucket: bucket, Prefix: key }));

    const pass = await eraser.erase(person, openGate, told);

    expect(pass).toMatchObject({ deleted: 2, left: 1, finished: true });
    expect(pass.leftBehind).toEqual([
      {
        idHash: sha256Hex(`${key}\n${Versions[0]?.VersionId}`),
        code: "AccessDenied",
        retainedUntil: RetainUntilDate.toISOString(),
      },
    ]);
    expect(await verifier.countRemaining(person)).toBe(1);
  });
});

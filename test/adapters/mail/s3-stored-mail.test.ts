import { HeadObjectCommand, ListObjectsV2Command, NotFound, S3Client } from "@aws-sdk/client-s3";
import { mockClient } from "aws-sdk-client-mock";
import { beforeEach, describe, expect, it } from "vitest";
import { s3StoredMail } from "../../../shared/adapters/mail/s3-stored-mail.ts";

const s3 = mockClient(S3Client);
const NOON = Date.parse("2026-11-23T12:00:00.000Z");
const at = (seconds: number) => new Date(NOON + seconds * 1000);
const stored = (shown = (real: Date) => real) => s3StoredMail(new S3Client({}), "mail-bucket", shown);
const span = { from: at(0), to: at(100) };
const object = (id: string, seconds: number) => ({ Key: `mail/${id}`, LastModified: at(seconds) });

beforeEach(() => s3.reset());

describe("mail in a bucket", () => {
  it("is listed by when it was stored, whatever its keys are and however many pages S3 gives", async () => {
    s3.on(ListObjectsV2Command)
      .resolvesOnce({ Contents: [object("a", 50), object("b", 10)], NextContinuationToken: "more" })
      .resolvesOnce({ Contents: [object("c", 30)] });
    const listed = await stored().list({ ...span, limit: 10 });
    expect(listed.map(({ key }) => key)).toEqual(["mail/b", "mail/c", "mail/a"]);
    expect(s3.commandCalls(ListObjectsV2Command).map(({ args }) => args[0].input)).toMatchObject([
      { Bucket: "mail-bucket", Prefix: "mail/" },
      { Bucket: "mail-bucket", Prefix: "mail/", ContinuationToken: "more" },
    ]);
  });

  it("is listed from the first moment of the span and not at its end", async () => {
    const Contents = [object("before", -1), object("first", 0), object("last", 99), object("end", 100)];
    s3.on(ListObjectsV2Command).resolves({ Contents });
    const listed = await stored().list({ ...span, limit: 10 });
    expect(listed.map(({ key }) => key)).toEqual(["mail/first", "mail/last"]);
  });

  it("is listed on from where a page ended, also among mail of the same second", async () => {
    s3.on(ListObjectsV2Command).resolves({ Contents: ["c", "a", "b"].map((id) => object(id, 5)) });
    const first = await stored().list({ ...span, limit: 2 });
    const rest = await stored().list({ ...span, limit: 2, after: first.at(-1)?.key ?? "" });
    expect([...first, ...rest].map(({ key }) => key)).toEqual(["mail/a", "mail/b", "mail/c"]);
  });

  it("was stored when the clock of the deployment showed it", async () => {
    s3.on(ListObjectsV2Command).resolves({ Contents: [object("a", 0)] });
    const hourLater = (real: Date) => new Date(real.getTime() + 3_600_000);
    const [listed] = await stored(hourLater).list({ from: at(3600), to: at(3601), limit: 1 });
    expect(listed?.storedAt).toBe("2026-11-23T13:00:00.000Z");
  });

  it("has a size if it is there", async () => {
    s3.on(HeadObjectCommand).resolves({ ContentLength: 7 });
    expect(await stored().sizeOf("mail/a")).toBe(7);
    s3.on(HeadObjectCommand).rejects(new NotFound({ message: "no", $metadata: {} }));
    expect(await stored().sizeOf("mail/b")).toBeUndefined();
  });
});

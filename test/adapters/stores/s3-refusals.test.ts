import {
  AbortMultipartUploadCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectRetentionCommand,
} from "@aws-sdk/client-s3";
import { beforeEach, describe, expect, it } from "vitest";
import { sha256Hex } from "../../../shared/domain/canonical-json.ts";
import { LEFT_BEHIND_LISTED_MAX } from "../../../shared/domain/erasure/store-progress.ts";
import type { DeleteGate } from "../../../shared/operations/ports.ts";
import { gateFor } from "../../world/stores/gates.ts";
import { quickTime } from "../../world/stores/quick-time.ts";
import {
  aws,
  erase,
  keysSent,
  type MockedBucket,
  refusal,
  refusing,
  stands,
  versionsNamed,
} from "./mocked-bucket.ts";

beforeEach(() => aws.reset());

describe("what S3 refuses to delete", () => {
  it("sends only the refused key again, and counts it when it goes", async () => {
    stands({
      versions: versionsNamed("a", "b", "c"),
      refusals: refusing("b", "SlowDown", "InternalError", "gone"),
    });

    const pass = await erase();

    expect(pass).toMatchObject({ deleted: 3, left: 0, finished: true, confirmed: [3] });
    expect(keysSent()).toEqual([["users/1/a", "users/1/b", "users/1/c"], ["users/1/b"], ["users/1/b"]]);
  });

  it("gives a key up that is refused for ever, names it by hash, and has deleted the rest", async () => {
    stands({ versions: versionsNamed("a", "b"), refusals: refusing("b", "SlowDown") });
    aws.on(GetObjectRetentionCommand).rejects(refusal("NoSuchObjectLockConfiguration", 404));

    const pass = await erase();

    expect(pass).toMatchObject({ deleted: 1, left: 1, finished: true });
    expect(pass.leftBehind).toEqual([{ idHash: sha256Hex("users/1/b\nof-b"), code: "SlowDown" }]);
    expect(keysSent().length).toBeLessThanOrEqual(12);
  });

  it("waits longer each time before it sends a refused key again", async () => {
    stands({
      versions: versionsNamed("a"),
      refusals: refusing("a", "SlowDown", "SlowDown", "SlowDown", "gone"),
    });
    const time = quickTime();

    await erase({ time });

    expect(time.pauses).toEqual([200, 400, 800]);
  });

  it("does not send a locked version again in the same pass, and says until when it is locked", async () => {
    stands({ versions: versionsNamed("a"), refusals: refusing("a", "AccessDenied") });
    const RetainUntilDate = new Date("2030-01-01T00:00:00.000Z");
    aws.on(GetObjectRetentionCommand).resolves({ Retention: { Mode: "COMPLIANCE", RetainUntilDate } });

    const pass = await erase();

    expect(pass).toMatchObject({ deleted: 0, left: 1, finished: true });
    expect(pass.leftBehind[0]?.retainedUntil).toBe("2030-01-01T00:00:00.000Z");
    expect(keysSent()).toHaveLength(1);
  });

  it("counts all that are locked and names only so many", async () => {
    const names = Array.from({ length: LEFT_BEHIND_LISTED_MAX + 1 }, (_, at) => `${at}`);
    const refusals = new Map(names.map((name) => [`users/1/${name}`, ["AccessDenied"]]));
    stands({ versions: versionsNamed(...names), refusals });
    aws.on(GetObjectRetentionCommand).resolves({});

    const pass = await erase();

    expect(pass.left).toBe(LEFT_BEHIND_LISTED_MAX + 1);
    expect(pass.leftBehind).toHaveLength(LEFT_BEHIND_LISTED_MAX);
    expect(aws.commandCalls(GetObjectRetentionCommand)).toHaveLength(LEFT_BEHIND_LISTED_MAX);
  });

  it("never asks to bypass a lock", async () => {
    stands({ versions: [...versionsNamed("a"), ...versionsNamed("\u0001")] });
    aws.on(DeleteObjectCommand).resolves({});

    await erase({ gate: gateFor(3) });

    const sent = [...aws.commandCalls(DeleteObjectsCommand), ...aws.commandCalls(DeleteObjectCommand)];
    expect(sent.length).toBeGreaterThan(2);
    for (const { args } of sent) expect(args[0].input).not.toHaveProperty("BypassGovernanceRetention");
  });

  it("takes what is gone already for deleted", async () => {
    const bucket: MockedBucket = { versions: versionsNamed("a"), refusals: refusing("a", "NoSuchVersion") };
    stands(bucket);
    const gate: DeleteGate = {
      mayDelete: async (entries) => {
        // Somebody else was quicker than the call that follows.
        bucket.versions = [];
        return { proceed: true, free: entries, held: [] };
      },
    };

    expect(await erase({ gate })).toMatchObject({ deleted: 1, left: 0, finished: true });
  });

  it("holds every entry of a key for left when the refusal names no version", async () => {
    const versions = ["one", "two"].map((VersionId) => ({ Key: "users/1/a", VersionId }));
    stands({ versions });
    aws.on(DeleteObjectsCommand).resolves({ Errors: [{ Key: "users/1/a", Code: "AccessDenied" }] });
    aws.on(GetObjectRetentionCommand).resolves({});

    expect(await erase()).toMatchObject({ deleted: 0, left: 2 });
  });

  it("ends with an error when the answer is about something that was not asked for", async () => {
    stands({ versions: versionsNamed("a") });
    aws.on(DeleteObjectsCommand).resolves({ Errors: [{ Key: "users/2/a", Code: "AccessDenied" }] });

    await expect(erase()).rejects.toMatchObject({ name: "AnswerNotUnderstood" });
    await expect(erase()).rejects.not.toThrow(/users/);
  });

  it("leaves an upload that it may not abort, and is finished with the rest", async () => {
    stands({ versions: versionsNamed("a"), uploads: [{ Key: "users/1/film", UploadId: "u" }] });
    aws.on(AbortMultipartUploadCommand).rejects(refusal("AccessDenied", 403));

    const pass = await erase();

    expect(pass).toMatchObject({ deleted: 1, left: 1, finished: true });
    expect(pass.leftBehind).toEqual([{ idHash: sha256Hex("users/1/film\nu"), code: "AccessDenied" }]);
  });
});

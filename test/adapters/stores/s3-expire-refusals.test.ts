import { DeleteObjectsCommand, S3Client } from "@aws-sdk/client-s3";
import { beforeEach, describe, expect, it } from "vitest";
import { s3ExpiringStore } from "../../../shared/adapters/stores/s3/expire.ts";
import { type S3Store, StoreSchema } from "../../../shared/domain/policy/store.ts";
import { openGate } from "../../world/stores/gates.ts";
import { quickTime } from "../../world/stores/quick-time.ts";
import { aws, keysSent, refusal, refusing, stands, store, versionsNamed } from "./mocked-bucket.ts";

const things = ["a", "b", "c"].map((name) => ({
  thing: { store: "portraits", key: `users/1/${name}` },
  createdAt: "2001-01-01T00:00:00.000Z",
  dueAt: "2999-01-01T00:00:00.000Z",
}));

beforeEach(() => aws.reset());

describe("a bucket that the clock may not empty", () => {
  const expiring = () =>
    s3ExpiringStore(new S3Client({}), "bucket", declared(), {
      ...{ shown: (real: Date) => real, isShared: false, time: quickTime() },
    });

  it("says of a locked version that it was refused, asks for it once, and loses the others", async () => {
    stands({ versions: versionsNamed("a", "b", "c"), refusals: refusing("b", "AccessDenied") });
    expect(await expiring().expire(things, openGate)).toEqual(["deleted", "refused", "deleted"]);
    expect(keysSent()).toEqual([["users/1/a", "users/1/b", "users/1/c"]]);
  });

  it("is busy, and refuses nothing for good, where S3 asks to slow down however often it is called", async () => {
    stands({ versions: versionsNamed("a", "b", "c"), refusals: refusing("b", "SlowDown") });
    expect(await expiring().expire(things, openGate)).toEqual(["deleted", "busy", "deleted"]);
    expect(keysSent().length).toBeGreaterThan(1);
  });

  it("fails where every call wants a second factor, after one call", async () => {
    stands({ versions: versionsNamed("a", "b", "c") });
    aws.on(DeleteObjectsCommand).rejects(refusal("AccessDenied", 403));
    await expect(expiring().expire(things, openGate)).rejects.toMatchObject({ name: "AccessDenied" });
    expect(keysSent()).toHaveLength(1);
  });
});

function declared(): S3Store {
  const parsed = StoreSchema.parse(store);
  if (parsed.kind !== "s3") throw new Error("A bucket is no bucket.");
  return parsed;
}

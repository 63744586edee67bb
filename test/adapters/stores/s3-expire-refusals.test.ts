import { DeleteObjectsCommand, S3Client } from "@aws-sdk/client-s3";
import { beforeEach, describe, expect, it } from "vitest";
import { policy as dreamPortraits } from "../../../policies/dream-portraits.ts";
import { s3ExpiringStore } from "../../../shared/adapters/stores/s3/expire.ts";
import { type S3Store, StoreSchema } from "../../../shared/domain/policy/store.ts";
import type { ExpiringStore } from "../../../shared/operations/ports.ts";
import { clockWorld } from "../../world/clock/clock-world.ts";
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

  it("says of each that it was refused where every call wants a second factor, after one call", async () => {
    stands({ versions: versionsNamed("a", "b", "c") });
    aws.on(DeleteObjectsCommand).rejects(refusal("AccessDenied", 403));
    expect(await expiring().expire(things, openGate)).toEqual(["refused", "refused", "refused"]);
    expect(keysSent()).toHaveLength(1);
  });

  it("fails where a call fails for another reason: that passes by itself", async () => {
    stands({ versions: versionsNamed("a") });
    for (const [name, status] of [
      ["RequestTimeTooSkewed", 403],
      ["InternalError", 500],
    ] as const) {
      aws.on(DeleteObjectsCommand).rejects(refusal(name, status));
      await expect(expiring().expire(things, openGate)).rejects.toMatchObject({ name });
    }
  });

  it("is asked each hour where it refuses every call, by a task of a person, and loses all once it does not", async () => {
    const world = clockWorld(dreamPortraits);
    const photo = await world.upload("photos", "users/1/a.png");
    aws.on(DeleteObjectsCommand).rejects(refusal("AccessDenied", 403));
    await world.at("2026-11-24T08:59:00.000Z");
    const place = { ...declared(), id: "photos", versioned: false };
    const bucket = s3ExpiringStore(new S3Client({}), "bucket", place, {
      ...{ shown: (real: Date) => real, isShared: false, time: quickTime() },
    });
    const expiringStores = new Map<string, ExpiringStore>([
      ...world.ports.expiringStores,
      ["photos", bucket],
    ]);
    const pass = async (minutes: number) => {
      for (let minute = 0; minute < minutes; minute += 1) {
        world.clock.advance(60_000);
        await world.sweep({ expiringStores });
      }
    };

    await pass(18);
    expect(await world.ports.tasks.listOpen(10)).toMatchObject([{ kind: "refuses-deletion" }]);
    const before = keysSent().length;
    await pass(115);
    expect(keysSent().length - before).toBe(1);

    aws.on(DeleteObjectsCommand).resolves({});
    await pass(62);
    expect(keysSent().at(-1)).toEqual([photo.key]);
    expect(world.ports.dueRows.all()).toEqual([]);
  });
});

function declared(): S3Store {
  const parsed = StoreSchema.parse(store);
  if (parsed.kind !== "s3") throw new Error("A bucket is no bucket.");
  return parsed;
}

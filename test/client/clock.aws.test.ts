import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ReadingRefused } from "../../client/clock-refusals.ts";
import { compilePolicy } from "../../shared/domain/policy/compile-policy.ts";
import { clockRuleOf } from "../../shared/domain/retention/clock-rules.ts";
import { limitDueAt } from "../../shared/domain/retention/due-time.ts";
import { type BareEmbeddedAws, startBareEmbeddedAws } from "../embedded-aws.ts";
import { savablePolicy } from "../world/clock/policies.ts";
import { type ClockOnEmbeddedAws, clockOnEmbeddedAws } from "./clock-on-embedded-aws.ts";

const STORE = "free-work";
const MINUTE_MS = 60_000;
const A_WEEK_SECONDS = 7 * 86_400;

describe("the client's clock, on the embedded AWS", () => {
  let aws: BareEmbeddedAws;
  let service: ClockOnEmbeddedAws;
  let made = 0;

  beforeAll(async () => {
    aws = await startBareEmbeddedAws();
    service = await clockOnEmbeddedAws(aws, savablePolicy, STORE);
  });
  afterAll(() => aws.stop());

  /** Stores an object that is told to have been stored when it takes for it to be due then. */
  const storedToBeDue = async (dueAt: Date) => {
    made += 1;
    const thing = await service.put(`users/ann/${made}.png`);
    await service.client.uploaded(thing, new Date(dueAt.getTime() - livesMs()));
    return thing;
  };
  const inMs = (milliseconds: number) => new Date(Date.now() + milliseconds);
  /** Each test begins a new thing of ann's; what earlier ones left stays out of sight. */
  const isThere = async ({ key }: { readonly key: string }) => (await service.keys()).includes(key);

  describe("saved", () => {
    it("keeps a thing past its limit, until it is un-saved", async () => {
      const dueAt = inMs(10 * MINUTE_MS);
      const [kept, other] = [await storedToBeDue(dueAt), await storedToBeDue(dueAt)];

      expect(await service.client.saved(kept)).toBe("saved");
      await service.sweepAt(dueAt);
      expect([await isThere(kept), await isThere(other)]).toEqual([true, false]);

      await service.client.unsaved(kept);
      await service.sweepAt(new Date());
      expect(await isThere(kept)).toBe(false);
    });

    it("is too late from a minute before the end, to the millisecond, and the thing goes", async () => {
      const dueAt = inMs(10 * MINUTE_MS);
      const [late, inTime] = [await storedToBeDue(dueAt), await storedToBeDue(dueAt)];

      service.setClock(new Date(dueAt.getTime() - MINUTE_MS));
      expect(await service.client.saved(late)).toBe("too-late");
      service.setClock(new Date(dueAt.getTime() - MINUTE_MS - 1));
      expect(await service.client.saved(inTime)).toBe("saved");
      await service.sweepAt(dueAt);
      expect([await isThere(late), await isThere(inTime)]).toEqual([false, true]);
    });

    it("never comes to a thing that was taken, and does not bring back what is gone", async () => {
      const dueAt = inMs(10 * MINUTE_MS);
      const gone = await storedToBeDue(dueAt);
      await service.sweepAt(dueAt);

      expect(await service.client.saved(gone)).toBe("too-late");
      service.setClock(dueAt);
      expect(await service.client.saved({ ...gone, key: "users/ann/never.png" })).toBe("unknown");
      service.setClock(undefined);
    });
  });

  describe("readable", () => {
    it("is yes until the end and no from then on, though the object be still there", async () => {
      const dueAt = inMs(10 * MINUTE_MS);
      const thing = await storedToBeDue(dueAt);

      expect(await service.client.readable(thing)).toMatchObject({
        readable: true,
        until: dueAt.toISOString(),
      });
      service.setClock(dueAt);
      expect(await service.client.readable(thing)).toMatchObject({ readable: false });
      service.setClock(undefined);
      expect(await isThere(thing)).toBe(true);
    });

    it("goes by what S3 says where no event came yet, and is no where there is nothing", async () => {
      const thing = await service.put("users/ann/untold.png");
      const { readable, ...more } = await service.client.readable(thing);

      expect(readable).toBe(true);
      const until = "until" in more ? Date.parse(more.until ?? "") : Number.NaN;
      expect(Math.abs(until - (Date.now() + livesMs()))).toBeLessThan(MINUTE_MS);
      expect(await service.client.readable({ ...thing, key: "users/ann/never.png" })).toMatchObject({
        readable: false,
      });
    });
  });

  describe("presign", () => {
    it("leads to the object, never beyond its due time, and to nothing when that is gone", async () => {
      const dueAt = inMs(5 * MINUTE_MS);
      const thing = await storedToBeDue(dueAt);

      const link = await service.client.presign(thing, { expiresInSeconds: A_WEEK_SECONDS });

      expect(endOf(link)).toBeLessThanOrEqual(dueAt.getTime());
      expect(endOf(link)).toBeGreaterThan(dueAt.getTime() - MINUTE_MS);
      const read = await fetch(link);
      expect([read.status, await read.text()]).toEqual([200, thing.key]);
      const longer = link.replace(/X-Amz-Expires=\d+/u, "X-Amz-Expires=3600");
      expect((await fetch(longer)).status).toBe(403);
      await service.sweepAt(dueAt);
      expect((await fetch(link)).status).toBe(404);
      await expect(service.client.presign(thing, { expiresInSeconds: 60 })).rejects.toThrow(ReadingRefused);
    });
  });
});

/** How long a thing lives before the clock deletes it: the limit without the margin. */
function livesMs(): number {
  const { policy } = compilePolicy(savablePolicy);
  const store = policy.stores.find(({ id }) => id === STORE);
  if (!store) throw new Error(`There is no store ${STORE}.`);
  const from = new Date().toISOString();
  const due = limitDueAt(clockRuleOf(policy, store), from, []);
  return Date.parse(due?.dueAt ?? "") - Date.parse(from);
}

/** When a link ends, by what stands in it, in milliseconds since 1970. */
function endOf(link: string): number {
  const { searchParams } = new URL(link);
  const signedAt = (searchParams.get("X-Amz-Date") ?? "").replace(
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/u,
    "$1-$2-$3T$4:$5:$6Z",
  );
  return Date.parse(signedAt) + Number(searchParams.get("X-Amz-Expires")) * 1000;
}

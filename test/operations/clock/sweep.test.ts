import { describe, expect, it } from "vitest";
import { policy as dreamPortraits } from "../../../policies/dream-portraits.ts";
import { expiryLane } from "../../../shared/domain/retention/expiry-lane.ts";
import { dueRow } from "../../../shared/domain/retention/pack-due-rows.ts";
import type { DueRows } from "../../../shared/operations/ports.ts";
import { recordEvents } from "../../../shared/operations/record-events.ts";
import { type ClockWorld, clockWorld, createdEvent, factEvent } from "../../world/clock/clock-world.ts";

const KEY = "users/7/a.png";
const OTHER = "users/7/b.png";
const HOUR_MS = 3_600_000;
/** When a photo that was stored at 10:00 is due. */
const DUE = "2026-11-24T09:00:00.000Z";

/** Returns a world with one photo, stored and told at 10:00. */
async function withPhoto() {
  const world = clockWorld(dreamPortraits);
  const thing = await world.upload("photos", KEY);
  return { world, thing, photos: world.store("photos") };
}

function bodies({ ports }: ClockWorld) {
  const lanes = [...ports.ledger.stored.values()];
  return lanes.flat().map(({ body }) => body);
}

describe("a tick of the sweeper", () => {
  it("deletes nothing before it is due, and what is due within two minutes", async () => {
    const { world, photos } = await withPhoto();
    await world.at("2026-11-24T08:59:59.999Z");
    expect(photos.keys()).toEqual([KEY]);
    await world.at("2026-11-24T09:01:00.000Z");
    expect(photos.keys()).toEqual([]);
  });

  it("deletes at once what an event ends, and finds nothing when the limit's own row comes", async () => {
    const { world, thing, photos } = await withPhoto();
    world.clock.advance(HOUR_MS);
    await world.tell(factEvent(thing, "generation-completed", world.clock.now().toISOString()));
    await world.pass(1);
    expect(photos.keys()).toEqual([]);
    await world.at("2026-11-24T09:01:00.000Z");
    expect(world.ports.dueRows.all()).toEqual([]);
    expect((await world.ports.measurements.read("photos", "2026-11-01"))?.deleted).toBe(1);
  });

  it("leaves what was stored anew after it was due, though nobody told, and ends it in its own time", async () => {
    const { world, photos } = await withPhoto();
    world.clock.set("2026-11-24T09:00:00.001Z");
    photos.put(KEY, "another");
    await world.pass(3);
    expect(photos.keys()).toEqual([KEY]);
    await world.at("2026-11-25T08:01:00.001Z");
    expect(photos.keys()).toEqual([]);
  });

  it("deletes what was stored anew in the last second before it was due", async () => {
    const { world, photos } = await withPhoto();
    world.clock.set("2026-11-24T08:59:59.999Z");
    photos.put(KEY, "another");
    await world.pass(5);
    expect(photos.keys()).toEqual([]);
  });

  it("leaves what is stored anew between the look at what is known and the deletion", async () => {
    const { world, photos } = await withPhoto();
    world.clock.set("2026-11-24T09:00:30.000Z");
    photos.whenNextDeleting(async () => void photos.put(KEY, "at the last moment"));
    await world.pass(3);
    expect(photos.keys()).toEqual([KEY]);
  });

  it("looks at a thing that a row names and nobody knows", async () => {
    const { world, photos } = await withPhoto();
    const untold = photos.put(OTHER);
    const place = { store: "photos", bucket: world.clock.now().toISOString() };
    await world.ports.dueRows.put([
      dueRow(world.service, place, [{ thing: untold.thing, facts: new Set() }]),
    ]);
    await world.pass(1);
    expect(photos.keys()).toEqual([KEY, OTHER]);
    await world.at("2026-11-24T09:01:00.000Z");
    expect(photos.keys()).toEqual([]);
  });

  it("deletes nothing for a row that comes too early: a row says when to look, not what to do", async () => {
    const { world, thing, photos } = await withPhoto();
    const place = { store: "photos", bucket: world.clock.now().toISOString() };
    await world.ports.dueRows.put([dueRow(world.service, place, [{ thing, facts: new Set() }])]);
    await world.pass(2);
    expect(photos.keys()).toEqual([KEY]);
    expect(world.ports.dueRows.all().map(({ bucket }) => bucket)).toEqual([DUE]);
  });

  it("leaves a row that was written because of news, while it removes the one that it looked at", async () => {
    const { world, thing, photos } = await withPhoto();
    const place = { store: "photos", bucket: world.clock.now().toISOString() };
    const [known] = await world.ports.things.read([thing]);
    if (!known) throw new Error("The photo is not known.");
    await world.ports.dueRows.put([dueRow(world.service, place, [known])]);
    const sameMoment = { now: () => new Date(place.bucket) };
    const things: typeof world.ports.things = {
      ...world.ports.things,
      read: async (asked) => {
        const read = await world.ports.things.read(asked);
        // By a clock that is behind, so that its row comes into the stretch of time that is being swept.
        const ended = factEvent(thing, "generation-completed", place.bucket);
        await recordEvents({ ...world.ports, clock: sameMoment }, world.service, [ended]);
        return read;
      },
    };
    world.clock.advance(60_000);
    await world.sweep({ things });
    await world.pass(1);
    expect(photos.keys()).toEqual([]);
  });

  it("writes down what it intends before, and what came of it after, and names nobody", async () => {
    const world = clockWorld(dreamPortraits);
    await world.tell(...[KEY, OTHER].map((key) => createdEvent(world.store("photos").put(key))));
    await world.at("2026-11-24T09:01:00.000Z");

    expect(bodies(world)).toEqual([
      { kind: "expire-intended", store: "photos", things: 2 },
      { kind: "expire-ended", store: "photos", intended: 0, deleted: 2, absent: 0, held: 0, left: 0 },
    ]);
    const entries = [...world.ports.ledger.stored.values()].flat();
    for (const entry of entries) expect(entry).not.toHaveProperty("subjectRef");
    expect(JSON.stringify(entries)).not.toMatch(/users|a\.png/);
    const lanes = [0, 1].map((shard) => expiryLane("expiry", "photos", shard, new Date(DUE)));
    expect(lanes).toContain([...world.ports.ledger.stored.keys()][0]);
  });

  it("counts each deletion once, with its age and how late it was", async () => {
    const { world } = await withPhoto();
    await world.at("2026-11-24T09:01:00.000Z");
    const measured = await world.ports.measurements.read("photos", "2026-11-01");
    expect(measured).toMatchObject({ deleted: 1, held: 0, foundByReconciler: 0 });
    expect(measured?.ageSeconds.max).toBe(23 * 3600 + 60);
    expect(measured?.lateSeconds.max).toBe(-59 * 60);
  });
});

describe("a sweeper in trouble", () => {
  it("tries again what the store refused in an answer that was a success", async () => {
    const { world, photos } = await withPhoto();
    photos.refuse(KEY, 2);
    await world.at("2026-11-24T09:01:00.000Z");
    expect(photos.keys()).toEqual([KEY]);
    const { rowsLeft, watermark } = await world.sweep();
    expect({ rowsLeft, watermark }).toMatchObject({ rowsLeft: 1 });
    await world.pass(1);
    expect(photos.keys()).toEqual([]);
  });

  it("keeps the row of what failed, says why, and goes on with the other stores", async () => {
    const { world, photos } = await withPhoto();
    await world.upload("landmarks", JSON.stringify(["SUBJECT#7", "a"]));
    await world.at("2026-11-24T08:59:00.000Z");
    const away = new Error("The bucket is away.");
    photos.failNext("expire", away);
    world.clock.set("2026-11-24T09:01:00.000Z");

    const { failures, deleted, rowsLeft } = await world.sweep();

    expect(failures).toEqual([{ store: "photos", shard: expect.any(Number), cause: away }]);
    expect({ deleted, rowsLeft }).toEqual({ deleted: 1, rowsLeft: 1 });
    expect(world.store("landmarks").keys()).toEqual([]);
    await world.pass(1);
    expect(photos.keys()).toEqual([]);
  });

  it("deletes nothing while everything is paused, and all that is due once it is not", async () => {
    const { world, photos } = await withPhoto();
    await world.ports.register.pauseAll({ by: { kind: "staff", name: "ada" }, at: DUE });
    await world.at("2026-11-24T12:00:00.000Z");
    expect(photos.keys()).toEqual([KEY]);
    await world.ports.register.resumeAll();
    await world.sweep();
    expect(photos.keys()).toEqual([]);
  });

  it("stops at a pause that comes while it works, before the next call that deletes", async () => {
    const { world, photos } = await withPhoto();
    world.clock.set("2026-11-24T09:01:00.000Z");
    const things: typeof world.ports.things = {
      ...world.ports.things,
      read: async (asked) => {
        await world.ports.register.pauseAll({ by: { kind: "staff", name: "ada" }, at: DUE });
        return world.ports.things.read(asked);
      },
    };
    const { rowsLeft } = await world.sweep({ things });
    expect(rowsLeft).toBe(1);
    expect(photos.keys()).toEqual([KEY]);
  });

  it("begins nothing when its time is nearly up", async () => {
    const { world, photos } = await withPhoto();
    world.clock.set("2026-11-24T09:01:00.000Z");
    expect(await world.sweep({ remainingMs: () => 59_999 })).toMatchObject({ deleted: 0, failures: [] });
    expect(photos.keys()).toEqual([KEY]);
  });

  it("that was dead for 26 hours catches up with all that was due meanwhile, in one tick", async () => {
    const world = clockWorld(dreamPortraits);
    await world.sweep();
    for (let minute = 0; minute < 60; minute += 1) {
      world.clock.advance(60_000);
      await world.upload("photos", `users/7/${minute}.png`);
    }
    await world.sweep();
    world.clock.advance(49 * HOUR_MS);

    const { deleted } = await world.sweep();

    expect(deleted).toBe(60);
    expect(world.store("photos").keys()).toEqual([]);
  });
});

describe("the watermark", () => {
  it("stays where a row is left, and moves past it when that is gone", async () => {
    const { world, photos } = await withPhoto();
    await world.at("2026-11-24T08:59:00.000Z");
    photos.refuse(KEY, 3);
    world.clock.set("2026-11-24T10:00:00.000Z");
    expect((await world.sweep()).watermark).toBe(DUE);
    for (let tick = 0; tick < 3; tick += 1) await world.sweep();
    expect((await world.sweep()).watermark).toBe("2026-11-24T09:30:00.000Z");
  });

  it("waits for whoever writes rows by a slower clock than its own, which is ahead", async () => {
    const { world, photos } = await withPhoto();
    const slow = { now: () => new Date(world.clock.now().getTime() - 10 * 60_000) };
    const fast = { now: () => new Date(world.clock.now().getTime() + 10 * 60_000) };
    for (let minute = 0; minute < 40; minute += 1) {
      world.clock.advance(60_000);
      await world.sweep({ clock: fast });
      const { thing } = photos.put(`users/7/${minute}.png`);
      const at = world.clock.now().toISOString();
      await recordEvents({ ...world.ports, clock: slow }, world.service, [
        factEvent(thing, "created", at),
        factEvent(thing, "generation-completed", at),
      ]);
    }
    await world.pass(2);
    expect(photos.keys()).toEqual([KEY]);
  });

  it("looks no further back, the first time, than there can be rows", async () => {
    const { world } = await withPhoto();
    const looked: string[] = [];
    const begunAt = new Date(world.clock.now().getTime() - HOUR_MS);
    const dueRows: DueRows = {
      ...world.ports.dueRows,
      begunAt: async () => begunAt,
      inBuckets(range, buckets) {
        looked.push(range.from);
        return world.ports.dueRows.inBuckets(range, buckets);
      },
    };
    await world.sweep({ dueRows });
    const [first = ""] = looked.toSorted();
    const minutesBefore = (begunAt.getTime() - Date.parse(first)) / 60_000;
    // Rows of a writer whose clock is slow lie before the table was made.
    expect(minutesBefore).toBeGreaterThanOrEqual(30);
    expect(minutesBefore).toBeLessThan(31);
  });

  it("never goes back, however slow a second sweeper's clock is", async () => {
    const { world } = await withPhoto();
    world.clock.advance(HOUR_MS);
    await world.sweep();
    const before = await world.ports.dueRows.watermark("photos", 0);
    await world.sweep({ clock: { now: () => new Date(world.clock.now().getTime() - 30 * 60_000) } });
    expect(await world.ports.dueRows.watermark("photos", 0)).toBe(before);
  });
});

describe("two sweepers at once", () => {
  it("delete everything, and count it once", async () => {
    const world = clockWorld(dreamPortraits);
    const seen = Array.from({ length: 300 }, (_, at) => world.store("photos").put(`users/7/${at}.png`));
    await world.tell(...seen.map(createdEvent));
    await world.at("2026-11-24T08:59:00.000Z");
    world.clock.set("2026-11-24T09:02:00.000Z");

    const both = await Promise.all([world.sweep(), world.sweep()]);

    expect(world.store("photos").keys()).toEqual([]);
    expect(both.flatMap(({ failures }) => failures)).toEqual([]);
    const measured = await world.ports.measurements.read("photos", "2026-11-01");
    // What one deleted and the other removed the row of is gone, and counted by nobody: never twice.
    expect(measured?.deleted ?? 0).toBeLessThanOrEqual(300);
    expect(both.reduce((sum, { deleted }) => sum + deleted, 0)).toBe(measured?.deleted ?? 0);
  });
});

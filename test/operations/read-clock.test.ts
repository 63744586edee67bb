import { describe, expect, it } from "vitest";
import { policy as dreamPortraits } from "../../policies/dream-portraits.ts";
import { planReconcile } from "../../shared/operations/plan-reconcile.ts";
import { readClock } from "../../shared/operations/read-clock.ts";
import { LOOK_FOR_CANARY } from "../../shared/operations/watch-canaries.ts";
import { type ClockWorld, clockWorld } from "../world/clock/clock-world.ts";

/** The virtual clock stands there at first; a photo stored then is due 23 hours later. */
const NOW = "2026-11-23T10:00:00.000Z";
const HOUR_MS = 3_600_000;

function view(world: ClockWorld) {
  return readClock(world.ports, world.service, { since: NOW, canariesIn: "photos" });
}

async function photos(world: ClockWorld) {
  return (await view(world)).stores.find(({ store }) => store === "photos");
}

describe("how the clock stands", () => {
  it("names each store with its categories and limit, though nothing is known of it yet", async () => {
    expect(await view(clockWorld(dreamPortraits))).toEqual({
      service: "dream-portraits",
      at: NOW,
      canaries: { waiting: 0, overdue: 0 },
      stores: ["photos/original-photo", "landmarks/facial-landmarks"].map((name) => {
        const [store, category] = name.split("/");
        return {
          store,
          categories: [category],
          limitSeconds: 86_400,
          waiting: 0,
          deleted: 0,
          held: 0,
          foundByReconciler: 0,
        };
      }),
    });
  });

  it("says what is due next a quarter of an hour before, and that it waits when nobody sweeps", async () => {
    const world = clockWorld(dreamPortraits);
    await world.upload("photos", "users/ann/1");
    await world.upload("photos", "users/ben/1");
    world.clock.advance(23 * HOUR_MS - 15 * 60_000);
    expect((await photos(world))?.nextDueAt).toBeUndefined();
    world.clock.advance(60_000);
    expect(await photos(world)).toMatchObject({ nextDueAt: "2026-11-24T09:00:00.000Z", waiting: 0 });

    await world.sweep();
    world.clock.advance(HOUR_MS);
    expect(await photos(world)).toMatchObject({ waiting: 2 });
    await world.sweep();
    const swept = await photos(world);
    expect(swept).toMatchObject({ waiting: 0, deleted: 2, held: 0 });
    expect(swept?.lateSeconds?.max).toBeLessThan(0);
    expect(swept?.sweptBehindSeconds).toBeLessThanOrEqual(31 * 60);
  });

  it("shows what lives as the last listing saw it", async () => {
    const world = clockWorld(dreamPortraits);
    await world.upload("photos", "users/ann/1");
    world.clock.advance(HOUR_MS);
    await world.reconcile("photos");
    world.clock.advance(HOUR_MS);
    expect(await photos(world)).toMatchObject({ living: 1, oldestAgeSeconds: 7200 });
  });

  it("says how many canaries are out, and which of them outlived their time", async () => {
    const world = clockWorld(dreamPortraits);
    const put = (at: string, dueAt: string) =>
      world.ports.duties.put({ dutyId: `canary/${at}`, kind: LOOK_FOR_CANARY, about: { at }, dueAt });
    await put("2026-11-23T09:00:00.000Z", "2026-11-24T09:00:00.000Z");
    await world.ports.duties.put({ dutyId: "other", kind: "other", about: {}, dueAt: NOW });
    expect((await view(world)).canaries).toEqual({ waiting: 1, oldestAgeSeconds: 3600, overdue: 0 });
    await put("2026-11-22T09:00:00.000Z", "2026-11-23T11:00:00.000Z");
    expect((await view(world)).canaries).toEqual({ waiting: 2, oldestAgeSeconds: 90_000, overdue: 1 });
  });

  it("says that everything is paused", async () => {
    const world = clockWorld(dreamPortraits);
    const pause = { at: NOW, by: { kind: "staff", name: "grace" }, because: "an incident" } as const;
    await world.ports.register.pauseAll(pause);
    expect((await view(world)).paused).toMatchObject({ at: NOW });
  });
});

describe("what a listing would find", () => {
  it("is what nobody told and what is past its time, and nothing is changed by saying so", async () => {
    const world = clockWorld(dreamPortraits);
    await world.upload("photos", "users/ann/1");
    world.clock.advance(23 * HOUR_MS);
    world.store("photos").put("users/ann/2");
    const plan = () => planReconcile(world.ports, world.service, () => undefined);
    const expected = [
      { store: "photos", listed: 2, untold: 1, due: 1 },
      { store: "landmarks", listed: 0, untold: 0, due: 0 },
    ];
    expect(await plan()).toEqual(expected);
    expect(await plan()).toEqual(expected);
    expect(world.store("photos").deletions).toEqual([]);

    await world.pass(1);
    await world.reconcile("photos");
    expect(await plan()).toEqual([{ store: "photos", listed: 1, untold: 0, due: 0 }, expected[1]]);
  });
});

import { describe, expect, it } from "vitest";
import { policy as dreamPortraits } from "../../../policies/dream-portraits.ts";
import { reconcileStore } from "../../../shared/operations/reconcile-store.ts";
import { clockWorld, factEvent } from "../../world/clock/clock-world.ts";

const MINUTE_MS = 60_000;

describe("the reconciler", () => {
  it("gets everything deleted before its promise though every event is dropped and nothing is swept", async () => {
    const world = clockWorld(dreamPortraits);
    const photos = world.store("photos");
    const storedAt = new Map<string, number>();
    for (let minute = 0; minute < 3 * 24 * 60; minute += 10) {
      world.clock.advance(10 * MINUTE_MS);
      if (minute < 24 * 60) {
        photos.put(`users/7/${minute}.png`);
        storedAt.set(`users/7/${minute}.png`, world.clock.now().getTime());
      }
      // Every half margin of 60 minutes.
      if (minute % 30 === 0) await world.reconcile("photos");
    }
    expect(photos.keys()).toEqual([]);
    expect(photos.deletions).toHaveLength(storedAt.size);
    for (const { key, at } of photos.deletions) {
      const livedMs = Date.parse(at) - (storedAt.get(key) ?? 0);
      expect(livedMs).toBeLessThan(24 * 60 * MINUTE_MS);
      expect(livedMs).toBeGreaterThanOrEqual(23 * 60 * MINUTE_MS);
    }
    const measured = await world.ports.measurements.read("photos", "2026-11-01");
    expect(measured).toMatchObject({ deleted: storedAt.size, foundByReconciler: storedAt.size, living: 0 });
    expect(measured?.lateSeconds.max).toBeLessThan(0);
  });

  it("leaves to the sweeper what has only just become due", async () => {
    const world = clockWorld(dreamPortraits);
    await world.upload("photos", "users/7/a.png");
    world.clock.set("2026-11-24T09:02:59.999Z");
    await world.reconcile("photos");
    expect(world.store("photos").keys()).toHaveLength(1);
    world.clock.set("2026-11-24T09:03:00.000Z");
    expect(await world.reconcile("photos")).toMatchObject({ found: 1, finished: true });
    expect(world.store("photos").keys()).toEqual([]);
  });

  it("gives what nobody told of a row, so that the sweeper comes for it", async () => {
    const world = clockWorld(dreamPortraits);
    world.store("photos").put("users/7/untold.png");
    expect(await world.reconcile("photos")).toMatchObject({ untold: 1, found: 0, living: 1 });
    expect(await world.reconcile("photos")).toMatchObject({ untold: 0 });
    await world.at("2026-11-24T09:01:00.000Z");
    expect(world.store("photos").keys()).toEqual([]);
  });

  it("believes a store that something is older, and not that it is younger", async () => {
    const world = clockWorld(dreamPortraits);
    const { thing } = world.store("photos").put("users/7/a.png");
    world.clock.advance(5 * 60 * MINUTE_MS);
    await world.tell(factEvent(thing, "created", world.clock.now().toISOString()));
    await world.reconcile("photos");
    await world.at("2026-11-24T09:01:00.000Z");
    expect(world.store("photos").keys()).toEqual([]);

    const other = clockWorld(dreamPortraits);
    await other.upload("photos", "users/7/a.png");
    other.clock.advance(5 * 60 * MINUTE_MS);
    other.store("photos").put("users/7/a.png", "a copy over itself");
    await other.reconcile("photos");
    await other.at("2026-11-24T09:02:00.000Z");
    expect(other.store("photos").keys()).toEqual([]);
  });

  it("aborts uploads that were begun and never ended, in their time", async () => {
    const world = clockWorld(dreamPortraits);
    world.store("photos").beginUpload("users/7/half.png");
    await world.reconcile("photos");
    await world.at("2026-11-24T08:59:00.000Z");
    expect(world.store("photos").keys()).toEqual(["users/7/half.png"]);
    await world.at("2026-11-24T09:01:00.000Z");
    expect(world.store("photos").keys()).toEqual([]);
  });

  it("ends what has no owner in its key: nobody's data is kept no longer", async () => {
    const world = clockWorld(dreamPortraits);
    world.store("photos").put("stray.png");
    await world.reconcile("photos");
    await world.at("2026-11-24T09:01:00.000Z");
    expect(world.store("photos").keys()).toEqual([]);
  });

  it("remembers what lives and since when, of all pages", async () => {
    const world = clockWorld(dreamPortraits);
    world.store("photos").put("users/7/zz-oldest.png");
    world.clock.advance(MINUTE_MS);
    for (let at = 0; at < 2_500; at += 1) world.store("photos").put(`users/7/${at}.png`);
    await world.reconcile("photos");
    expect(await world.ports.measurements.read("photos", "2026-11-01")).toMatchObject({
      living: 2_501,
      oldestLivingAt: "2026-11-23T10:00:00.000Z",
      listedAt: world.clock.now().toISOString(),
    });
  });

  it("goes on where its time ran out, and comes to the same", async () => {
    const world = clockWorld(dreamPortraits);
    for (let at = 0; at < 2_500; at += 1) world.store("photos").put(`users/7/${at}.png`);
    let pages = 0;
    const oneAtATime = {
      ...world.ports,
      remainingMs: () => {
        pages += 1;
        return pages % 2 === 0 ? 0 : 900_000;
      },
    };
    const photos = world.worked("photos");
    let reconciled = await reconcileStore(oneAtATime, world.service, photos);
    const runs = [reconciled];
    while (!reconciled.finished) {
      reconciled = await reconcileStore(oneAtATime, world.service, photos, { begun: reconciled });
      runs.push(reconciled);
    }
    expect(runs).toHaveLength(3);
    expect(reconciled).toMatchObject({ living: 2_500, untold: 2_500, found: 0 });
  });

  it("deletes nothing while everything is paused, and says nothing was found", async () => {
    const world = clockWorld(dreamPortraits);
    await world.upload("photos", "users/7/a.png");
    world.clock.set("2026-11-24T12:00:00.000Z");
    await world.ports.register.pauseAll({
      by: { kind: "staff", name: "ada" },
      at: "2026-11-24T09:00:00.000Z",
    });
    expect(await world.reconcile("photos")).toMatchObject({ found: 0, living: 1 });
    expect(world.store("photos").keys()).toHaveLength(1);
  });
});

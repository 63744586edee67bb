import { describe, expect, it } from "vitest";
import { policy as dreamPortraits } from "../../policies/dream-portraits.ts";
import { policy as imageDesigner } from "../../policies/image-designer.ts";
import { afterDuration } from "../../shared/domain/retention/after-duration.ts";
import { clockWorld } from "../world/clock/clock-world.ts";

const KEY = JSON.stringify(["SUBJECT#1", "photo-1"]);
const MINUTE_MS = 60_000;
/** 24 hours without the margin of one. */
const DUE_AFTER_MS = 23 * 60 * MINUTE_MS;

describe("an item of a table, which does not tell when it was stored", () => {
  it("is not born again by a listing that shows it when it is due", async () => {
    const world = clockWorld(dreamPortraits);
    await world.upload("landmarks", KEY);
    world.clock.advance(DUE_AFTER_MS + 1000);
    await world.reconcile("landmarks");
    await world.pass(3);
    expect(world.store("landmarks").keys()).toEqual([]);
  });

  it("is deleted by the reconciler when no sweeper did", async () => {
    const world = clockWorld(dreamPortraits);
    await world.upload("landmarks", KEY);
    world.clock.advance(DUE_AFTER_MS + 10 * MINUTE_MS);
    expect((await world.reconcile("landmarks")).found).toBe(1);
    expect(world.store("landmarks").keys()).toEqual([]);
  });

  it("began to live by the first listing that shows it, if nobody told of it", async () => {
    const world = clockWorld(dreamPortraits);
    world.store("landmarks").put(KEY);
    await world.reconcile("landmarks");
    world.clock.advance(DUE_AFTER_MS - MINUTE_MS);
    await world.sweep();
    expect(world.store("landmarks").keys()).toEqual([KEY]);
    await world.reconcile("landmarks");
    await world.pass(3);
    expect(world.store("landmarks").keys()).toEqual([]);
  });

  it("does not outlive months that are counted over the end of one", async () => {
    const stored = "2027-02-28T23:55:00.000Z";
    const world = clockWorld(imageDesigner);
    world.clock.set(stored);
    world.store("tickets").put(JSON.stringify(["SUBJECT#1", "ticket-1"]));
    // From 1 March a year is over on 1 March, two days after 28 February in a leap year, and the margin is one.
    world.clock.set("2027-03-01T00:05:00.000Z");
    await world.reconcile("tickets");
    const deadline = afterDuration(stored, { months: 12 });
    await world.at(deadline);
    expect(world.store("tickets").keys()).toEqual([]);
    const [deleted] = world.store("tickets").deletions;
    expect(deleted && deleted.at <= deadline).toBe(true);
  });
});

import { describe, expect, it } from "vitest";
import { policy as dreamPortraits } from "../../policies/dream-portraits.ts";
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
});

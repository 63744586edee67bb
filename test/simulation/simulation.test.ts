import { describe, expect, it } from "vitest";
import { type Faults, LONG_FAULTS, NO_FAULTS, SHORT_FAULTS } from "./faults.ts";
import { type SimulationOptions, simulate } from "./simulate.ts";

/** Printed with every failure: `npm run simulate -- --seed N` does the same again. */
const SEED = 20_261_124;
const MARGIN_SECONDS = 3600;

/** A fortnight over a leap day. */
const run = (faults: Faults, objects = 20_000, changes: Partial<SimulationOptions> = {}) =>
  simulate({
    ...{ objects, days: 10, seed: SEED, start: "2028-02-22T00:00:00.000Z", faults, shards: 1 },
    ...changes,
  });

/** Half a million ticks or so each: seconds on a core of one's own. */
const TIMEOUT_MS = 300_000;

describe("a busy service on a virtual clock", { timeout: TIMEOUT_MS }, () => {
  it("deletes everything before its promise and nothing before its time, and is quick after events", async () => {
    const { oracle, overdue, tested } = await run(NO_FAULTS);
    expect(oracle.breaches, `seed ${SEED}`).toEqual([]);
    expect(overdue).toBe(0);
    expect(oracle.lateOfEvent.spread().p99).toBeLessThan(180);
    expect(oracle.slowCount / oracle.goneCount).toBeLessThan(0.001);
    expect(oracle.goneCount).toBeGreaterThan(15_000);
    expect(oracle.lateOfLimit.spread().max).toBeLessThan(-MARGIN_SECONDS + 180);
    expect(tested.counts.deleted).toBe(tested.counts.ledgerDeleted);
  });

  it("does so whatever goes wrong for less than the margin", async () => {
    const { oracle, overdue, tested } = await run(SHORT_FAULTS);
    expect(oracle.breaches, `seed ${SEED}`).toEqual([]);
    expect(overdue).toBe(0);
    expect(tested.counts.killed).toBeGreaterThan(0);
    expect(tested.counts.foundByReconciler).toBeGreaterThan(0);
    expect(oracle.goneCount).toBeGreaterThan(15_000);
  });

  it("catches up with everything after 26 hours in which nothing was deleted", async () => {
    const { oracle, overdue } = await run(LONG_FAULTS);
    expect(overdue, `seed ${SEED}`).toBe(0);
    expect(new Set(oracle.breaches.map(({ what }) => what))).toEqual(new Set(["outlived"]));
    expect(oracle.lateOfLimit.spread().max).toBeLessThan(26 * 3600);
  });

  it("shows what outlives its promise where no reconciler finds what was lost", async () => {
    const forever = { what: "reconciler", fromHour: 0, hours: 1000 } as const;
    const { oracle } = await run({ ...NO_FAULTS, lostShare: 0.02, outages: [forever] }, 5000);
    expect(oracle.livingCount).toBeGreaterThan(50);
  });

  it("shows what outlives its promise where neither sweeper nor reconciler runs", async () => {
    const outages = (["sweeper", "reconciler"] as const).map((what) => ({ what, fromHour: 0, hours: 1000 }));
    const { overdue, oracle } = await run({ ...NO_FAULTS, outages }, 2000);
    expect(oracle.goneCount).toBe(0);
    expect(overdue).toBeGreaterThan(1000);
  });

  it("shows uploads that are deleted early where a key is deleted whatever is under it", async () => {
    const alone = { what: "reconciler", fromHour: 0, hours: 1000 } as const;
    const lost = { ...NO_FAULTS, lostShare: 0.5, outages: [alone] };
    const whats = async (changes: Partial<SimulationOptions>) =>
      (await run(lost, 12_000, { days: 4, ...changes })).oracle.breaches.map(({ what }) => what);
    expect(await whats({}), `seed ${SEED}`).not.toContain("deleted early");
    expect(await whats({ without: "etag" })).toContain("deleted early");
  });
});

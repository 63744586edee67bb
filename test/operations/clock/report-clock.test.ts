import { describe, expect, it } from "vitest";
import { policy as dreamPortraits } from "../../../policies/dream-portraits.ts";
import { compilePolicy } from "../../../shared/domain/policy/compile-policy.ts";
import { canaryStore } from "../../../shared/domain/retention/canary.ts";
import { CLOCK_METRICS, type ClockMetricName } from "../../../shared/domain/retention/clock-metrics.ts";
import { doDuties } from "../../../shared/operations/do-duties.ts";
import type { Metrics, StandingListing } from "../../../shared/operations/ports.ts";
import { reconcileAll } from "../../../shared/operations/reconcile-all.ts";
import { reportClock } from "../../../shared/operations/report-clock.ts";
import { planCanaries, watchCanaries } from "../../../shared/operations/watch-canaries.ts";
import { clockWorld } from "../../world/clock/clock-world.ts";

function seenMetrics(): Metrics & { readonly seen: Partial<Record<ClockMetricName, number>>[] } {
  const seen: Partial<Record<ClockMetricName, number>>[] = [];
  return { seen, put: async (values) => void seen.push(values) };
}

describe("what CloudWatch is told", () => {
  it("is the worst of all stores, within ten numbers", async () => {
    const world = clockWorld(dreamPortraits);
    const metrics = seenMetrics();
    const now = world.clock.now().getTime();
    const ago = (seconds: number) => new Date(now - seconds * 1000).toISOString();
    await world.ports.measurements.count([
      { store: "photos", what: "deleted", count: 1, ageSeconds: [5], lateSeconds: [-3600] },
      { store: "landmarks", what: "deleted", count: 1, ageSeconds: [5], lateSeconds: [90] },
      { store: "landmarks", what: "found-by-reconciler", count: 2, ageSeconds: [], lateSeconds: [] },
    ]);
    await world.ports.measurements.listed("photos", {
      at: ago(60),
      living: 1,
      oldestLivingAt: ago(25 * 3600),
    });

    await reportClock({ ...world.ports, metrics }, world.service, { rowsLeft: 3, watermark: ago(1000) });

    expect(metrics.seen).toEqual([
      {
        ...{ OverdueSeconds: 3540, LatenessSeconds: 90, WaitingRows: 3, HeldThings: 0, ReconcilerFinds: 2 },
        ...{ ListingAgeSeconds: 60, SweeperDelaySeconds: 1000 },
      },
    ]);
    expect(Object.keys(CLOCK_METRICS).length).toBeLessThanOrEqual(10);
  });

  it("has no word of the sweeper while everything is paused, and silence is what calls a person", async () => {
    const world = clockWorld(dreamPortraits);
    const metrics = seenMetrics();
    await reportClock({ ...world.ports, metrics }, world.service, { rowsLeft: 0 });
    expect(metrics.seen[0]).not.toHaveProperty("SweeperDelaySeconds");
    expect(CLOCK_METRICS.SweeperDelaySeconds.silenceIs).toBe("alarming");
  });
});

describe("canaries", () => {
  it("are put each hour, and one that is still there after its limit is told", async () => {
    const world = clockWorld(dreamPortraits);
    const metrics = seenMetrics();
    const declared = canaryStore(compilePolicy(dreamPortraits).policy);
    const store = world.store("photos");
    const clocked = world.service.stores.get("photos");
    if (!declared || !clocked) throw new Error("Photos are not on the clock.");
    const canaries = { put: async (key: string) => void store.put(key) };
    const place = { declared, rule: clocked.rule, adapter: store };
    const handlers = watchCanaries({ ...world.ports, canaries, metrics }, place);
    const started = world.clock.now().getTime();
    const tickAt = async (hours: number) => {
      world.clock.set(new Date(started + hours * 3_600_000).toISOString());
      return doDuties(world.ports, handlers);
    };
    await planCanaries(world.ports.duties, world.clock.now());

    await tickAt(0);
    await tickAt(0.5);
    expect(store.keys()).toHaveLength(1);
    await tickAt(1);
    expect(store.keys()).toHaveLength(2);
    expect(metrics.seen).toEqual([]);

    // Nobody sweeps.
    await tickAt(24);
    expect(metrics.seen).toEqual([{ CanaryAgeSeconds: 86_400 }]);
    for (const key of store.keys()) store.deleteCurrent(key);
    await tickAt(25);
    expect(metrics.seen.at(-1)).toEqual({ CanaryAgeSeconds: 0 });
  });
});

describe("all stores in turn", () => {
  it("are listed when their time has come or somebody asks, and go on where a run stopped", async () => {
    const world = clockWorld(dreamPortraits);
    const standing = new Map<string, StandingListing>();
    const listings = {
      read: async (store: string) => standing.get(store) ?? {},
      keep: async (store: string, listing: StandingListing) => void standing.set(store, listing),
    };
    const run = (everything: boolean, through: Partial<Parameters<typeof reconcileAll>[0]> = {}) =>
      reconcileAll({ ...world.ports, listings, ...through }, world.service, { everything });
    world.store("photos").put("users/1/x");

    const first = await run(false);
    expect(first.stores.map(({ store, finished }) => [store, finished])).toEqual([
      ["photos", true],
      ["landmarks", true],
    ]);
    expect((await run(false)).stores).toEqual([]);
    expect((await run(true)).stores).toHaveLength(2);

    world.clock.set(new Date(world.clock.now().getTime() + 31 * 60_000).toISOString());
    const cut = await run(false, { remainingMs: () => 0 });
    expect(cut.stores.find(({ store }) => store === "photos")?.finished).toBe(false);
    expect((await run(false)).stores.map(({ store }) => store)).toContain("photos");

    await world.ports.register.pauseAll({ by: { kind: "breaker" }, at: world.clock.now().toISOString() });
    expect((await run(true)).stores).toEqual([]);
  });
});

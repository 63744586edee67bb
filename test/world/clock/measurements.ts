import { spreadClassOf, spreadPercentile } from "../../../shared/domain/retention/spread-class.ts";
import type { Clock, Measured, Measurements, Spread } from "../../../shared/operations/ports.ts";

interface Day {
  readonly day: string;
  readonly measured: Measured;
}

/** Returns measurements in memory, counted by the day of this clock. */
export function inMemoryMeasurements(clock: Clock): Measurements {
  const counted: Day[] = [];
  const listings = new Map<string, Parameters<Measurements["listed"]>[1]>();
  return {
    async count(measured) {
      const day = clock.now().toISOString().slice(0, 10);
      counted.push(...measured.map((one) => ({ day, measured: structuredClone(one) })));
    },
    async listed(store, seen) {
      listings.set(store, seen);
    },
    async read(store, since) {
      const own = counted
        .filter((one) => one.measured.store === store && one.day >= since.slice(0, 10))
        .map(({ measured }) => measured);
      const seen = listings.get(store);
      if (own.length === 0 && !seen) return undefined;
      const { at: listedAt, ...listing } = seen ?? { at: undefined };
      return {
        store,
        since,
        deleted: sumOf(own, "deleted"),
        held: sumOf(own, "held"),
        foundByReconciler: sumOf(own, "found-by-reconciler"),
        ageSeconds: spreadOf(own.flatMap(({ ageSeconds }) => ageSeconds)),
        lateSeconds: spreadOf(own.flatMap(({ lateSeconds }) => lateSeconds)),
        ...(listedAt === undefined ? {} : { listedAt, ...listing }),
      };
    },
  };
}

function sumOf(counted: readonly Measured[], what: Measured["what"]): number {
  return counted.reduce((sum, one) => sum + (one.what === what ? one.count : 0), 0);
}

function spreadOf(seconds: readonly number[]): Spread {
  const counts = new Map<number, number>();
  for (const one of seconds) counts.set(spreadClassOf(one), (counts.get(spreadClassOf(one)) ?? 0) + 1);
  return {
    p50: spreadPercentile(counts, 0.5) ?? 0,
    p99: spreadPercentile(counts, 0.99) ?? 0,
    max: seconds.length === 0 ? 0 : seconds.reduce((most, one) => Math.max(most, one)),
  };
}

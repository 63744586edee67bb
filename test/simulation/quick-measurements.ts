import type { Clock, Measured, Measurements } from "../../shared/operations/ports.ts";

/** What was counted of a store on one day, as far as alarms ask for it. */
interface Day {
  /** Counted from 1970. */
  readonly day: number;
  deleted: number;
  held: number;
  foundByReconciler: number;
  lateSecondsMax: number;
}

const DAY_MS = 86_400_000;
const FIELDS = { deleted: "deleted", held: "held", "found-by-reconciler": "foundByReconciler" } as const;

/** Returns measurements of today alone: nobody asks for older ones, which would pile up for years. */
export function quickMeasurements(clock: Clock): Measurements {
  const days = new Map<string, Day>();
  const listings = new Map<string, Parameters<Measurements["listed"]>[1]>();
  const dayOf = (store: string): Day => {
    const day = Math.floor(clock.now().getTime() / DAY_MS);
    const known = days.get(store);
    if (known?.day === day) return known;
    const begun = {
      day,
      deleted: 0,
      held: 0,
      foundByReconciler: 0,
      lateSecondsMax: Number.NEGATIVE_INFINITY,
    };
    days.set(store, begun);
    return begun;
  };
  const countOne = ({ store, what, count, lateSeconds }: Measured): void => {
    const today = dayOf(store);
    today[FIELDS[what]] += count;
    for (const late of lateSeconds) today.lateSecondsMax = Math.max(today.lateSecondsMax, late);
  };
  return {
    async count(measured) {
      for (const one of measured) countOne(one);
    },
    async listed(store, seen) {
      listings.set(store, seen);
    },
    async read(store, since) {
      const { deleted, held, foundByReconciler, lateSecondsMax } = dayOf(store);
      const seen = listings.get(store);
      const late = { p50: 0, p99: 0, max: deleted === 0 ? 0 : lateSecondsMax };
      const counted = { store, since, deleted, held, foundByReconciler, ageSeconds: late, lateSeconds: late };
      if (!seen) return counted;
      const { living, oldestLivingAt, at: listedAt } = seen;
      return oldestLivingAt === undefined
        ? { ...counted, living, listedAt }
        : { ...counted, living, oldestLivingAt, listedAt };
    },
  };
}

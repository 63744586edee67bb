import type { Spread } from "../../shared/operations/ports.ts";

/** Whole seconds, counted: exact to the second however many there are. */
export interface Counted {
  add(seconds: number): void;
  /** Counts what another has counted. */
  include(other: Counted): void;
  /** How often each whole second was counted. */
  readonly counts: ReadonlyMap<number, number>;
  readonly count: number;
  /** Exact to the second; zeros if nothing was counted. */
  spread(): Spread;
}

/** Returns an empty count. */
export function counted(): Counted {
  const counts = new Map<number, number>();
  let count = 0;
  return {
    counts,
    include(other) {
      for (const [seconds, times] of other.counts) {
        counts.set(seconds, (counts.get(seconds) ?? 0) + times);
        count += times;
      }
    },
    add(seconds) {
      const whole = Math.round(seconds);
      counts.set(whole, (counts.get(whole) ?? 0) + 1);
      count += 1;
    },
    get count() {
      return count;
    },
    spread() {
      const sorted = [...counts].sort(([one], [other]) => one - other);
      const at = (share: number): number => {
        let seen = 0;
        for (const [seconds, times] of sorted) {
          seen += times;
          if (seen >= share * count) return seconds;
        }
        return 0;
      };
      return { p50: at(0.5), p99: at(0.99), max: sorted.at(-1)?.[0] ?? 0 };
    },
  };
}

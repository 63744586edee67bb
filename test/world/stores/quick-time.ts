import type { WaitingTime } from "../../../shared/adapters/stores/real-time.ts";

/** Time in which a pause is over at once and is remembered. */
export interface QuickTime extends WaitingTime {
  /** Milliseconds, in the order they were asked for. */
  readonly pauses: readonly number[];
}

/** Returns a time that only pauses move. */
export function quickTime(): QuickTime {
  const pauses: number[] = [];
  let nowMs = 0;
  return {
    pauses,
    nowMs: () => nowMs,
    pause: async (milliseconds) => {
      pauses.push(milliseconds);
      nowMs += milliseconds;
    },
  };
}

import type { Clock } from "../../shared/operations/ports.ts";

/** A clock that stands until it is moved. */
export interface VirtualClock extends Clock {
  advance(milliseconds: number): void;
  set(instant: string): void;
}

/** Returns a clock that stands at `start`, ISO 8601 UTC. */
export function virtualClock(start = "2026-11-23T10:00:00.000Z"): VirtualClock {
  let at = new Date(start).getTime();
  return {
    now: () => new Date(at),
    advance: (milliseconds) => {
      at += milliseconds;
    },
    set: (instant) => {
      at = new Date(instant).getTime();
    },
  };
}

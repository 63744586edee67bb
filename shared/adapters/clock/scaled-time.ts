import type { Clock } from "../../operations/ports.ts";

/** Time that runs faster than it is, on one machine only: from a moment at which both were the same. */
export interface TimeScale {
  readonly scale: number;
  /** ISO 8601 UTC. */
  readonly origin: string;
}

/** Returns a real moment, such as S3 and EventBridge tell it, as our clock shows it; without a scale it is the same. */
export function scaledInstant(time: TimeScale | undefined, real: Date): Date {
  if (time === undefined) return real;
  const originMs = Date.parse(time.origin);
  return new Date(Math.round(originMs + (real.getTime() - originMs) * time.scale));
}

/** Returns the real moment at which our clock shows another. */
export function realInstant(time: TimeScale | undefined, shown: Date): Date {
  if (time === undefined) return shown;
  const originMs = Date.parse(time.origin);
  return new Date(originMs + (shown.getTime() - originMs) / time.scale);
}

/** Returns the clock of this machine at that scale. */
export function clockAt(time: TimeScale | undefined): Clock {
  return { now: () => scaledInstant(time, new Date()) };
}

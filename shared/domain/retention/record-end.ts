import { longestHours } from "../policy/duration.ts";
import type { ClockRule } from "./due-time.ts";

/**
 * What was told of a thing is remembered for so long after its limit: events wait up to 14 days in a queue and as long
 * among the dead letters, and one that comes after the record is gone would begin the thing's life anew.
 */
export const RECORD_KEPT_DAYS = 35;

/** The record of what still lives is kept on when less than this is left: the reconciler may fail for days before. */
const KEPT_ON_FROM_DAYS = 21;

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** Returns from when the record of a thing may go by itself if nothing more is told, ISO 8601 UTC. */
export function recordEnd({ limit }: ClockRule, toldAt: Date): string {
  const livesMs = (limit ? longestHours(limit.after) : 0) * HOUR_MS;
  return new Date(toldAt.getTime() + livesMs + RECORD_KEPT_DAYS * DAY_MS).toISOString();
}

/** Says whether a record that ends then has to be kept on if its thing still lives, as one that was saved does. */
export function endsSoon(keptUntil: string, now: Date): boolean {
  return keptUntil < new Date(now.getTime() + KEPT_ON_FROM_DAYS * DAY_MS).toISOString();
}

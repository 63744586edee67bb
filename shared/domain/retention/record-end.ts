import { longestHours } from "../policy/duration.ts";
import type { ClockRule } from "./due-time.ts";
import { isoText } from "./iso-text.ts";

/** The record of what still lives is kept on when less than this is left: the reconciler may fail for days before. */
const KEPT_ON_FROM_DAYS = 21;

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/**
 * Returns from when the record of a thing may go by itself if nothing more is told, ISO 8601 UTC.
 *
 * @param keptDays for how long it is kept after the thing's limit, as the policy declares it.
 */
export function recordEnd({ limit }: ClockRule, keptDays: number, toldAt: Date): string {
  const livesMs = (limit ? longestHours(limit.after) : 0) * HOUR_MS;
  return isoText(toldAt.getTime() + livesMs + keptDays * DAY_MS);
}

/** Returns before when a record ends too soon if its thing still lives, as one that was saved does; ISO 8601 UTC. */
export function tooSoonForEnd(now: Date): string {
  return isoText(now.getTime() + KEPT_ON_FROM_DAYS * DAY_MS);
}

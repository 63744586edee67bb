import type { Duration } from "../policy/duration.ts";
import { isoMs, isoText } from "./iso-text.ts";

const DAY_HOURS = 24;
const HOUR_MS = 3_600_000;

/**
 * Returns the instant that a duration later is: hours and days of 24 hours, months on the same day of the month, or on
 * that month's last day if it has none. In UTC, which has no summer time.
 *
 * @param from ISO 8601 UTC.
 */
export function afterDuration(from: string, duration: Duration): string {
  return isoText(msAfterDuration(isoMs(from), duration));
}

/** The same in milliseconds since 1970, where no text is needed. */
export function msAfterDuration(fromMs: number, duration: Duration): number {
  if ("hours" in duration) return fromMs + duration.hours * HOUR_MS;
  if ("days" in duration) return fromMs + duration.days * DAY_HOURS * HOUR_MS;
  return msAfterMonths(fromMs, duration.months);
}

function msAfterMonths(fromMs: number, months: number): number {
  const at = new Date(fromMs);
  const dayOfMonth = at.getUTCDate();
  at.setUTCMonth(at.getUTCMonth() + months);
  // A day that the month does not have has run over into the next one: back to the last day before that.
  if (at.getUTCDate() !== dayOfMonth) at.setUTCDate(0);
  return at.getTime();
}

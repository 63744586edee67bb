import { Temporal } from "temporal-polyfill";
import type { Duration } from "../policy/duration.ts";

const DAY_HOURS = 24;
const HOUR_MS = 3_600_000;

/**
 * Returns the instant that a duration later is: hours and days of 24 hours, months on the same day of the month, or on
 * that month's last day if it has none. In UTC, which has no summer time.
 *
 * @param from ISO 8601 UTC.
 */
export function afterDuration(from: string, duration: Duration): string {
  return new Date(msAfterDuration(Date.parse(from), duration)).toISOString();
}

/** The same in milliseconds since 1970, where no text is needed. */
export function msAfterDuration(fromMs: number, duration: Duration): number {
  // Only months need a calendar, which costs ten times as much.
  if ("hours" in duration) return fromMs + duration.hours * HOUR_MS;
  if ("days" in duration) return fromMs + duration.days * DAY_HOURS * HOUR_MS;
  return Temporal.Instant.fromEpochMilliseconds(fromMs).toZonedDateTimeISO("UTC").add(duration)
    .epochMilliseconds;
}

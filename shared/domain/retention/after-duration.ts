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
  // Only months need a calendar, which costs ten times as much.
  if ("hours" in duration) return afterHours(from, duration.hours);
  if ("days" in duration) return afterHours(from, duration.days * DAY_HOURS);
  const start = Temporal.Instant.from(from).toZonedDateTimeISO("UTC");
  return new Date(start.add(duration).epochMilliseconds).toISOString();
}

function afterHours(from: string, hours: number): string {
  return new Date(Date.parse(from) + hours * HOUR_MS).toISOString();
}

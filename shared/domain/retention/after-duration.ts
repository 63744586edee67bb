import { Temporal } from "temporal-polyfill";
import type { Duration } from "../policy/duration.ts";

/**
 * Returns the instant that a duration later is: hours and days of 24 hours, months on the same day of the month, or on
 * that month's last day if it has none. In UTC, which has no summer time.
 *
 * @param from ISO 8601 UTC.
 */
export function afterDuration(from: string, duration: Duration): string {
  const start = Temporal.Instant.from(from).toZonedDateTimeISO("UTC");
  return new Date(start.add(duration).epochMilliseconds).toISOString();
}

import { z } from "zod";

/** A length of time as a published text gives it: one unit, a whole number. */
export const DurationSchema = z.union(
  [
    z.strictObject({ hours: z.number().int().positive() }),
    z.strictObject({ days: z.number().int().positive() }),
    z.strictObject({ months: z.number().int().positive() }),
  ],
  { error: "write one of { hours: n }, { days: n } and { months: n }, with a whole number above 0" },
);

export type Duration = z.infer<typeof DurationSchema>;

const DAY_HOURS = 24;
/** The longest month: a bound is never shorter than the promise it stands for. */
const LONGEST_MONTH_DAYS = 31;

/** Returns the longest that a duration can last, in hours. */
export function longestHours(duration: Duration): number {
  if ("hours" in duration) return duration.hours;
  return ("days" in duration ? duration.days : duration.months * LONGEST_MONTH_DAYS) * DAY_HOURS;
}

/** Returns a duration in words: `24 hours`, `1 month`. */
export function durationText(duration: Duration): string {
  const [[unit, count] = ["", 0]] = Object.entries(duration);
  return count === 1 ? `1 ${unit.slice(0, -1)}` : `${count} ${unit}`;
}

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
/** February: what is done by then is never late, whichever month it is. */
const SHORTEST_MONTH_DAYS = 28;
const YEAR_MONTHS = 12;
const YEAR_DAYS = 365;
const LEAP_CYCLE_YEARS = 4;
/** The most days that 0, 1, 2 ... 11 months in a row can have, in a year of 365 days or 366: none needs February. */
const MOST_DAYS = [0, 31, 62, 92, 123, 153, 184, 215, 245, 276, 306, 337];

/**
 * Returns the longest that a duration can last, in hours: a month that begins in July ends after 31 days, twelve that
 * have a leap day in them after 366. A bound is never shorter than the promise it stands for.
 */
export function longestHours(duration: Duration): number {
  if ("hours" in duration) return duration.hours;
  return ("days" in duration ? duration.days : mostDays(duration.months)) * DAY_HOURS;
}

/** Returns the least that a duration can last, in hours: what is done by then is never late. */
export function shortestHours(duration: Duration): number {
  if ("hours" in duration) return duration.hours;
  return ("days" in duration ? duration.days : duration.months * SHORTEST_MONTH_DAYS) * DAY_HOURS;
}

/** Returns a duration in words: `24 hours`, `1 month`. */
export function durationText(duration: Duration): string {
  const [[unit, count] = ["", 0]] = Object.entries(duration);
  return count === 1 ? `1 ${unit.slice(0, -1)}` : `${count} ${unit}`;
}

function mostDays(months: number): number {
  const years = Math.floor(months / YEAR_MONTHS);
  const leapDays = Math.ceil(years / LEAP_CYCLE_YEARS);
  return years * YEAR_DAYS + leapDays + (MOST_DAYS[months % YEAR_MONTHS] ?? 0);
}

import { type Duration, longestHours } from "./duration.ts";

const DAY_HOURS = 24;
const YEAR_MONTHS = 12;
const YEAR_DAYS = 365;
/** The fewest days that 0, 1, 2 ... 11 months in a row can have, in a year of 365 days. */
const FEWEST_DAYS = [0, 28, 59, 89, 120, 150, 181, 212, 242, 273, 303, 334];

/** Returns the shortest that a duration can last, in hours: a promise of one month ends in February after 28 days. */
export function shortestHours(duration: Duration): number {
  if (!("months" in duration)) return longestHours(duration);
  const years = Math.floor(duration.months / YEAR_MONTHS);
  const days = years * YEAR_DAYS + (FEWEST_DAYS[duration.months % YEAR_MONTHS] ?? 0);
  return days * DAY_HOURS;
}

/** Says whether a duration can last longer than the one that was promised; months are compared with months. */
export function isLongerThan(duration: Duration, promised: Duration): boolean {
  if ("months" in duration && "months" in promised) return duration.months > promised.months;
  return longestHours(duration) > shortestHours(promised);
}

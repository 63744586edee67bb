import { Temporal } from "temporal-polyfill";
import type { Holiday, HolidayCalendar } from "./holidays/holiday-calendar.ts";

const SATURDAY = 6;
const SUNDAY = 7;
const WEEK_DAYS = 7;

/**
 * Returns the same time of day on the n-th business day after the day of an instant, ISO 8601 UTC. Days are those of the
 * calendar's region: what arrives there on a Sunday evening is no Monday's mail because it is Monday in UTC.
 */
export function afterBusinessDays(from: string, count: number, calendar: HolidayCalendar): string {
  const { timeZone } = calendar;
  const received = Temporal.Instant.from(from).toZonedDateTimeISO(timeZone);
  let day = received.toPlainDate();
  for (let left = count; left > 0; ) {
    day = day.add({ days: 1 });
    if (isBusinessDay(day, calendar)) left -= 1;
  }
  // A time that a day does not have, for clocks go forward there, is taken an hour earlier.
  const due = day
    .toPlainDateTime(received.toPlainTime())
    .toZonedDateTime(timeZone, { disambiguation: "earlier" });
  return new Date(due.epochMilliseconds).toISOString();
}

/** Says whether business is done on a day: it is of no weekend, and no holiday. */
export function isBusinessDay(day: Temporal.PlainDate, { holidays }: HolidayCalendar): boolean {
  if (day.dayOfWeek >= SATURDAY) return false;
  return !holidays.some((holiday) => keptOn(holiday, day.year).equals(day));
}

/** A holiday of a fixed date that falls on a Sunday is kept on the Monday after it. */
function keptOn(holiday: Holiday, year: number): Temporal.PlainDate {
  if (!("day" in holiday)) return nthOf(holiday, year);
  const day = Temporal.PlainDate.from({ year, month: holiday.month, day: holiday.day });
  return day.dayOfWeek === SUNDAY ? day.add({ days: 1 }) : day;
}

function nthOf(
  { month, weekday, nth }: Extract<Holiday, { readonly nth: number }>,
  year: number,
): Temporal.PlainDate {
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  if (nth > 0) {
    const days = (weekday - first.dayOfWeek + WEEK_DAYS) % WEEK_DAYS;
    return first.add({ days: days + (nth - 1) * WEEK_DAYS });
  }
  const last = first.add({ months: 1 }).subtract({ days: 1 });
  return last.subtract({ days: (last.dayOfWeek - weekday + WEEK_DAYS) % WEEK_DAYS });
}

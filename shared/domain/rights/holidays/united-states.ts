import type { HolidayCalendar } from "./holiday-calendar.ts";

/**
 * Only days that federal law and California's both name, for a day that is counted too much makes a date earlier, and one
 * too few makes it late. Juneteenth and Columbus Day are left out: not every state keeps them. Days begin in the west
 * last, so by Los Angeles a date is never later than by the clock of another state with such a law.
 */
export const UNITED_STATES: HolidayCalendar = {
  region: "US",
  timeZone: "America/Los_Angeles",
  source: "5 U.S.C. 6103(a); Cal. Gov. Code 6700 and 6701; both looked at on 2026-11-29",
  holidays: [
    { name: "New Year's Day", month: 1, day: 1 },
    { name: "Birthday of Martin Luther King, Jr.", month: 1, weekday: 1, nth: 3 },
    { name: "Washington's Birthday", month: 2, weekday: 1, nth: 3 },
    { name: "Memorial Day", month: 5, weekday: 1, nth: -1 },
    { name: "Independence Day", month: 7, day: 4 },
    { name: "Labor Day", month: 9, weekday: 1, nth: 1 },
    { name: "Veterans Day", month: 11, day: 11 },
    { name: "Thanksgiving Day", month: 11, weekday: 4, nth: 4 },
    { name: "Christmas Day", month: 12, day: 25 },
  ],
};

/** A day of each year on which no business is done. */
export type Holiday =
  | { readonly name: string; readonly month: number; readonly day: number }
  /** `nth` of its weekday in the month, from 1; -1 is the last. Weekdays are 1 (Monday) to 7. */
  | { readonly name: string; readonly month: number; readonly weekday: number; readonly nth: number };

/** By which days a region counts. */
export interface HolidayCalendar {
  readonly region: string;
  /** In which a day begins and ends there. */
  readonly timeZone: string;
  /** The laws, as they are cited, with when they were looked at. */
  readonly source: string;
  readonly holidays: readonly Holiday[];
}

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { afterBusinessDays } from "../../../shared/domain/rights/business-days.ts";
import { UNITED_STATES } from "../../../shared/domain/rights/holidays/united-states.ts";

/** As the published calendars of these years give them. */
const HOLIDAYS = [
  ...["2026-01-01", "2026-01-19", "2026-02-16", "2026-05-25", "2026-07-04", "2026-09-07", "2026-11-11"],
  ...["2026-11-26", "2026-12-25"],
  // Independence Day is on a Sunday.
  ...["2027-01-01", "2027-01-18", "2027-02-15", "2027-05-31", "2027-07-05", "2027-09-06", "2027-11-11"],
  ...["2027-11-25", "2027-12-25"],
  ...["2028-01-01", "2028-01-17", "2028-02-21", "2028-05-29", "2028-07-04", "2028-09-04"],
];
const inLosAngeles = new Intl.DateTimeFormat("en-CA", {
  timeZone: "America/Los_Angeles",
  dateStyle: "short",
});
const dayOf = (instant: string) => inLosAngeles.format(new Date(instant));
const daysAfter = (from: string, count: number) => afterBusinessDays(from, count, UNITED_STATES);

function isBusiness(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00.000Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !HOLIDAYS.includes(day);
}

describe("business days", () => {
  it.each([
    ["over a weekend", "2026-11-05T18:00:00.000Z", 2, "2026-11-09T18:00:00.000Z"],
    ["over Veterans Day", "2026-11-10T18:00:00.000Z", 1, "2026-11-12T18:00:00.000Z"],
    [
      "over Thanksgiving, and the Friday after it is one",
      "2026-11-25T18:00:00.000Z",
      1,
      "2026-11-27T18:00:00.000Z",
    ],
    [
      "over a holiday that falls on a Sunday, by the Monday",
      "2027-07-02T18:00:00.000Z",
      1,
      "2027-07-06T18:00:00.000Z",
    ],
    [
      "not over the Friday before one that falls on a Saturday",
      "2026-07-02T18:00:00.000Z",
      1,
      "2026-07-03T18:00:00.000Z",
    ],
    ["from a Saturday", "2026-10-24T18:00:00.000Z", 1, "2026-10-26T18:00:00.000Z"],
    ["over the end of a leap February", "2028-02-28T18:00:00.000Z", 2, "2028-03-01T18:00:00.000Z"],
    [
      "at the same time by the clocks there, which change between",
      "2026-10-30T17:00:00.000Z",
      1,
      "2026-11-02T18:00:00.000Z",
    ],
    [
      "from what is Sunday evening there, and Monday in UTC",
      "2026-10-19T02:00:00.000Z",
      10,
      "2026-10-31T02:00:00.000Z",
    ],
  ])("are counted %s", (_, from, count, to) => {
    expect(daysAfter(from, count)).toBe(to);
  });

  it("end on one, with exactly so many of them between, none of which is a weekend's or a holiday", () => {
    const instants = fc.date({
      min: new Date("2026-01-02T12:00:00.000Z"),
      max: new Date("2028-08-01T00:00:00.000Z"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 30 }), (date, count) => {
        const from = date.toISOString();
        const to = daysAfter(from, count);
        let passed = 0;
        for (let day = dayOf(from); day < dayOf(to); ) {
          day = new Date(Date.parse(`${day}T00:00:00.000Z`) + 86_400_000).toISOString().slice(0, 10);
          if (isBusiness(day)) passed += 1;
        }
        expect(passed).toBe(count);
        expect(isBusiness(dayOf(to))).toBe(true);
      }),
    );
  });
});

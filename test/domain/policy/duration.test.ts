import { describe, expect, it } from "vitest";
import { longestHours } from "../../../shared/domain/policy/duration.ts";
import { isLongerThan } from "../../../shared/domain/policy/longer-than.ts";

const DAY_HOURS = 24;
const HOUR_MS = 3_600_000;

describe("the longest that a duration can last", () => {
  it.each([
    [1, 31],
    [2, 62],
    [3, 92],
    [11, 337],
    [12, 366],
    [13, 397],
    [24, 731],
    [48, 1461],
  ])("is that of the longest months in a row: of %i months %i days", (months, days) => {
    expect(longestHours({ months })).toBe(days * DAY_HOURS);
  });

  it.each(Array.from({ length: 60 }, (_, at) => at + 1))(
    "is the longest run of %i months there is, wherever it begins and however many leap days it has",
    (months) => {
      const runs = Array.from(
        { length: 48 },
        (_, first) => (Date.UTC(2024, first + months, 1) - Date.UTC(2024, first, 1)) / HOUR_MS,
      );
      expect(longestHours({ months })).toBe(Math.max(...runs));
    },
  );

  it("is what it says in hours and in days", () => {
    expect(longestHours({ hours: 25 })).toBe(25);
    expect(longestHours({ days: 2 })).toBe(48);
  });

  it("lets a year of months be promised in days, and no longer with a week to spare", () => {
    expect(isLongerThan({ months: 12 }, { days: 366 })).toBe(false);
    expect(isLongerThan({ months: 12 }, { days: 365 })).toBe(true);
  });
});

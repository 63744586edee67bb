import { describe, expect, it } from "vitest";
import { isLongerThan, shortestHours } from "../../../shared/domain/policy/longer-than.ts";

const DAY_HOURS = 24;

describe("the shortest that a duration can last", () => {
  it("is a February for one month, and 365 days for twelve", () => {
    expect(shortestHours({ months: 1 })).toBe(28 * DAY_HOURS);
    expect(shortestHours({ months: 12 })).toBe(365 * DAY_HOURS);
    expect(shortestHours({ months: 13 })).toBe(393 * DAY_HOURS);
  });

  it.each(Array.from({ length: 12 }, (_, at) => at + 1))(
    "is the shortest run of %i months in a year of 365 days, wherever it begins",
    (months) => {
      const runs = Array.from(
        { length: 12 },
        (_, first) => (Date.UTC(2025, first + months, 1) - Date.UTC(2025, first, 1)) / 3_600_000,
      );
      expect(shortestHours({ months })).toBe(Math.min(...runs));
    },
  );
});

describe("a limit is longer than a promise", () => {
  it.each([
    [{ hours: 25 }, { days: 1 }, true],
    [{ hours: 24 }, { days: 1 }, false],
    [{ months: 1 }, { months: 1 }, false],
    [{ months: 2 }, { months: 1 }, true],
    [{ days: 28 }, { months: 1 }, false],
    [{ days: 29 }, { months: 1 }, true],
    [{ months: 1 }, { days: 31 }, false],
    [{ months: 1 }, { days: 30 }, true],
  ] as const)("%j than %j: %s", (limit, promised, expected) => {
    expect(isLongerThan(limit, promised)).toBe(expected);
  });
});

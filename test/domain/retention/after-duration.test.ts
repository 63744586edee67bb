import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { afterDuration } from "../../../shared/domain/retention/after-duration.ts";

describe("a length of time after a moment", () => {
  it.each([
    ["the same day a month on", "2026-11-24T10:00:00.000Z", { months: 1 }, "2026-12-24T10:00:00.000Z"],
    [
      "the last day of a shorter month",
      "2026-01-31T10:00:00.000Z",
      { months: 1 },
      "2026-02-28T10:00:00.000Z",
    ],
    [
      "the 29th where a leap year has it",
      "2028-01-31T10:00:00.000Z",
      { months: 1 },
      "2028-02-29T10:00:00.000Z",
    ],
    [
      "the 28th a year after a leap day",
      "2028-02-29T10:00:00.000Z",
      { months: 12 },
      "2029-02-28T10:00:00.000Z",
    ],
    [
      "365 days across a leap day, a date less",
      "2027-03-01T00:00:00.000Z",
      { days: 366 },
      "2028-03-01T00:00:00.000Z",
    ],
    [
      "24 hours over the night clocks go forward",
      "2026-03-28T22:30:00.000Z",
      { hours: 24 },
      "2026-03-29T22:30:00.000Z",
    ],
    [
      "24 hours over the night clocks go back",
      "2026-10-24T23:30:00.000Z",
      { days: 1 },
      "2026-10-25T23:30:00.000Z",
    ],
    ["midnight at the turn of a year", "2026-12-31T23:59:59.999Z", { hours: 24 }, "2027-01-01T23:59:59.999Z"],
  ] as const)("is %s", (_, from, after, expected) => {
    expect(afterDuration(from, after)).toBe(expected);
  });

  it("is what a calendar says of months from any day of nine years", () => {
    const months = [1, 2, 6, 11, 12, 13, 84];
    const wrong: string[] = [];
    for (let day = 0; day < 9 * 365; day += 1) {
      const from = Temporal.Instant.from("2026-01-01T12:34:56.789Z").add({ hours: 24 * day });
      for (const count of months) {
        const expected = from.toZonedDateTimeISO("UTC").add({ months: count }).epochMilliseconds;
        const at = afterDuration(new Date(from.epochMilliseconds).toISOString(), { months: count });
        if (Date.parse(at) !== expected) wrong.push(`${from}: ${count}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

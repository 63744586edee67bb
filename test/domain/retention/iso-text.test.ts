import { describe, expect, it } from "vitest";
import { isoMs, isoText } from "../../../shared/domain/retention/iso-text.ts";

const instants = [
  "1970-01-01T00:00:00.000Z",
  "1969-12-31T23:59:59.999Z",
  "2000-02-29T23:59:59.999Z",
  "2026-11-24T16:17:25.123Z",
  "2027-12-31T23:59:59.009Z",
  "2028-02-29T12:00:00.050Z",
  "9999-12-31T23:59:00.000Z",
];

describe("a moment", () => {
  it.each(instants)("is written and read as Date does: %s", (instant) => {
    const atMs = Date.parse(instant);
    expect(isoText(atMs)).toBe(instant);
    expect(isoMs(instant)).toBe(atMs);
  });

  it("is so at any time of sixty thousand days, more than are remembered", () => {
    const [everyMs, fromMs] = [86_400_000 + 7_919_123, Date.parse("1960-01-01T00:00:00.000Z")];
    const wrong: string[] = [];
    for (let day = 0; day < 60_000; day += 1) {
      const at = new Date(fromMs + day * everyMs);
      const text = at.toISOString();
      if (isoText(at.getTime()) !== text || isoMs(text) !== at.getTime()) wrong.push(text);
    }
    expect(wrong).toEqual([]);
  });

  it("is read in other lengths too, and cut to whole milliseconds when written", () => {
    expect(isoMs("2028-02-29")).toBe(Date.UTC(2028, 1, 29));
    expect(isoMs("2028-02-29T12:00:00Z")).toBe(Date.UTC(2028, 1, 29, 12));
    expect(isoText(Date.UTC(2028, 1, 29) + 0.9)).toBe("2028-02-29T00:00:00.000Z");
    expect(isoText(Date.UTC(10_000, 0, 1))).toBe("+010000-01-01T00:00:00.000Z");
  });

  it("is none that is not a number", () => {
    expect(() => isoText(Number.NaN)).toThrow(RangeError);
    expect(isoMs("never")).toBeNaN();
  });
});

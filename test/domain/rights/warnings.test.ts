import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { warningAt, warningsOf } from "../../../shared/domain/rights/warnings.ts";

const RECEIVED = "2026-11-01T00:00:00.000Z";
const DUE = { at: "2026-11-11T00:00:00.000Z" };

describe("the warnings of a due date", () => {
  it("come at half, three quarters and nine tenths of its time, and when it has passed", () => {
    expect(warningsOf(DUE, RECEIVED)).toEqual([
      { percent: 50, at: "2026-11-06T00:00:00.000Z" },
      { percent: 75, at: "2026-11-08T12:00:00.000Z" },
      { percent: 90, at: "2026-11-10T00:00:00.000Z" },
      { percent: 100, at: "2026-11-11T00:00:01.000Z" },
    ]);
  });

  it.each([
    ["2026-11-05T23:59:59.999Z", undefined],
    ["2026-11-06T00:00:00.000Z", 50],
    ["2026-11-10T23:59:59.999Z", 90],
    ["2026-11-11T00:00:00.000Z", 90],
    ["2026-11-11T00:00:01.000Z", 100],
  ])("have at %s come to %s percent: the last second is in time", (now, percent) => {
    expect(warningAt(DUE, RECEIVED, new Date(now))?.percent).toBe(percent);
  });

  it("are in order, and all but the last before the date, however short the time is", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 * 86_400_000 }), (length) => {
        const at = new Date(Date.parse(RECEIVED) + length).toISOString();
        const ats = warningsOf({ at }, RECEIVED).map((warning) => warning.at);
        expect([...ats].sort()).toEqual(ats);
        expect(ats.slice(0, -1).every((one) => one < at)).toBe(true);
        expect((ats.at(-1) ?? "") > at).toBe(true);
      }),
    );
  });
});

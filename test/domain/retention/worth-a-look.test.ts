import { describe, expect, it } from "vitest";
import type { ClockRule } from "../../../shared/domain/retention/due-time.ts";
import { worthALook } from "../../../shared/domain/retention/worth-a-look.ts";

const EVERY_MINUTES = 30;
const DAY = 24 * 60;
const storedAt = "2026-11-24T10:00:00.000Z";
const aDay: ClockRule = {
  store: "photos",
  limit: { after: { hours: 24 }, from: "created" },
  earlierOn: [],
  savable: false,
  marginMinutes: 60,
};
const noLimit: ClockRule = { store: "saved", earlierOn: ["un-saved"], savable: true, marginMinutes: 0 };

/** The minutes of its life in which a thing is looked at, if its store is listed each half hour, from one minute on. */
function looks(rule: ClockRule, untilMinute: number, from = 1): readonly number[] {
  const minutes: number[] = [];
  for (let minute = from; minute < untilMinute; minute += EVERY_MINUTES) {
    const now = new Date(Date.parse(storedAt) + minute * 60_000);
    if (worthALook(rule, EVERY_MINUTES, now)(storedAt)) minutes.push(minute);
  }
  return minutes;
}

describe("a listed thing", () => {
  it("is looked at three times when its events have had time to come, and not again before it is due", () => {
    expect(looks(aDay, 23 * 60)).toEqual([31, 61, 91]);
    for (let from = 0; from < EVERY_MINUTES; from += 1) expect(looks(aDay, 23 * 60, from)).toHaveLength(3);
  });

  it("is looked at at every listing of the day from when its store says that it is due", () => {
    expect(looks(aDay, DAY, 23 * 60)).toEqual([23 * 60, 23 * 60 + 30]);
    expect(looks(aDay, 23 * 60 + DAY, 23 * 60)).toHaveLength(48);
  });

  it("is looked at once a day if it stays on, or no limit ends it", () => {
    expect(looks(aDay, 10 * DAY, 3 * DAY)).toHaveLength(7);
    expect(looks(noLimit, 10 * DAY)).toHaveLength(10);
  });

  it("is looked at in the day from when it is due by months too, however long those are", () => {
    const twoMonths = { ...aDay, limit: { after: { months: 2 }, from: "created" as const } };
    const dueMinute = 61 * DAY - 60;
    expect(looks(twoMonths, dueMinute)).toEqual([31, 61, 91]);
    expect(looks(twoMonths, dueMinute + DAY, dueMinute)).toHaveLength(48);
  });

  it("is always looked at if its store does not date it", () => {
    expect(worthALook(aDay, EVERY_MINUTES, new Date(storedAt))(undefined)).toBe(true);
  });
});

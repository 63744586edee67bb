import { describe, expect, it } from "vitest";
import { type Oracle, oracle } from "./oracle.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const photo = { store: "photos", key: "users/ada/1.jpg" };
const aDay = {
  limit: { hours: 24 },
  marginMinutes: 60,
  endsOn: ["generation-completed"],
  isSavable: false,
  isHoldable: false,
};
const strict = { skewMs: 0, unrecordedMs: 5 * MINUTE_MS };

/** A photo is stored, ends with an event after four minutes, is withdrawn by its owner, and another is stored 19 hours later. */
function storedAgain(heardMs: number | undefined): Oracle {
  const judge = oracle({ photos: aDay }, strict);
  judge.stored(photo, 0, 1000, false);
  judge.happened(photo, "generation-completed", 4 * MINUTE_MS, heardMs);
  judge.withdrawn(photo);
  judge.forgetWithdrawn(18 * HOUR_MS);
  judge.stored(photo, 19 * HOUR_MS, 19 * HOUR_MS + 1000, false);
  return judge;
}

describe("what is stored again after its owner had deleted it", () => {
  it("may go with the life before it, if nobody heard how that ended", () => {
    const judge = storedAgain(undefined);
    judge.gone(photo, 23 * HOUR_MS);
    expect(judge.breaches).toEqual([]);
  });

  it("may not go before that life would have ended, heard of or not", () => {
    const judge = storedAgain(undefined);
    judge.gone(photo, 23 * HOUR_MS - 1);
    expect(judge.breaches).toMatchObject([{ what: "deleted early" }]);
  });

  it("begins a life of its own, if it was heard how the one before it ended", () => {
    const judge = storedAgain(5 * MINUTE_MS);
    judge.gone(photo, 23 * HOUR_MS);
    expect(judge.breaches).toMatchObject([{ what: "deleted early", bySeconds: 19 * 3600 }]);
  });
});

describe("what is stored again after a clock that is ahead had deleted it", () => {
  const skewed = { ...strict, skewMs: 10 * MINUTE_MS };
  /** A photo is due after 23 hours, goes a minute earlier, and the same is stored again half a minute later. */
  const again = () => {
    const judge = oracle({ photos: aDay }, skewed);
    judge.stored(photo, 0, 1000, false);
    judge.gone(photo, 23 * HOUR_MS - MINUTE_MS);
    judge.stored(photo, 23 * HOUR_MS - MINUTE_MS / 2, undefined, true);
    return judge;
  };

  it("has a day of its own, since what was there before is gone", () => {
    const judge = again();
    judge.gone(photo, 24 * HOUR_MS + MINUTE_MS);
    expect(judge.breaches).toEqual([]);
  });

  it.each([
    [undefined, []],
    [5 * MINUTE_MS, [{ what: "deleted early" }]],
  ])(
    "may go when the life before it was due whose end nobody heard of, and only then: heard at %s",
    (heardMs, breaches) => {
      const judge = oracle({ photos: aDay }, skewed);
      judge.stored(photo, 0, 1000, false);
      judge.happened(photo, "generation-completed", 4 * MINUTE_MS, heardMs);
      judge.gone(photo, 23 * HOUR_MS - 7 * MINUTE_MS);
      judge.stored(photo, 23 * HOUR_MS - 1000, 23 * HOUR_MS, false);
      judge.gone(photo, 23 * HOUR_MS);
      expect(judge.breaches).toMatchObject(breaches);
      expect(judge.goneCount).toBe(2);
    },
  );

  it("may not outlive that day", () => {
    const judge = again();
    judge.gone(photo, 47 * HOUR_MS + MINUTE_MS);
    expect(judge.breaches).toMatchObject([{ what: "outlived" }]);
  });

  it.each([
    [1000, [{ what: "outlived" }]],
    [undefined, []],
  ])(
    "goes on with the day before it, if its owner was the one who deleted that, and it was told of: %s",
    (heardAfterMs, breaches) => {
      const judge = oracle({ photos: aDay }, strict);
      const startMs = Date.parse("2028-01-15T00:00:00.000Z");
      judge.stored(photo, startMs, heardAfterMs === undefined ? undefined : startMs + heardAfterMs, false);
      judge.withdrawn(photo);
      judge.stored(photo, startMs + 22 * HOUR_MS, undefined, true);
      judge.gone(photo, startMs + 24 * HOUR_MS + MINUTE_MS);
      expect(judge.breaches).toMatchObject(breaches);
    },
  );
});

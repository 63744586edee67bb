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

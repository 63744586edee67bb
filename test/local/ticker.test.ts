import { describe, expect, it } from "vitest";
import { nextTickAt } from "../../local/ticker.ts";
import { realInstant, scaledInstant } from "../../shared/adapters/clock/scaled-time.ts";
import { bucketAfter, bucketOf, bucketsAt } from "../../shared/domain/retention/due-bucket.ts";

/** No multiple of half a second, so that real and scaled seconds begin at different moments. */
const TIME = { scale: 3600, origin: "2026-11-30T03:03:45.137Z" };
const BUCKETS = bucketsAt(TIME.scale);

describe("a tick of the sweeper where time is scaled", () => {
  const nows = Array.from({ length: 100 }, (_, at) => new Date(Date.parse(TIME.origin) + 1000 + at * 37));

  it("is when a stretch of time of due rows ends, at most half a second later", () => {
    for (const now of nows) {
      const end = bucketAfter(BUCKETS, bucketOf(BUCKETS, scaledInstant(TIME, now)));
      const tick = nextTickAt(TIME, now, 0);
      expect(tick.getTime() - realInstant(TIME, new Date(end)).getTime()).toBeLessThanOrEqual(1);
      // What ended then is over for a sweep that begins at once.
      expect(bucketOf(BUCKETS, scaledInstant(TIME, tick))).toBe(end);
      expect(tick.getTime() - now.getTime()).toBeLessThanOrEqual(501);
    }
  });

  it("lies half way between two of the others", () => {
    for (const now of nows) {
      const apartMs = Math.abs(nextTickAt(TIME, now, 250).getTime() - nextTickAt(TIME, now, 0).getTime());
      expect(Math.abs(apartMs - 250)).toBeLessThanOrEqual(1);
    }
  });
});

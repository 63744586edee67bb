import { isoText } from "./iso-text.ts";

/**
 * How far the clock of whoever writes may be ahead of ours. The smallest margin is longer, so that a creation dated
 * this much too late puts no end off beyond its promise.
 */
export const WRITER_AHEAD_MAX_MINUTES = 15;

/** Nothing can have been stored before S3 opened: what is dated earlier comes from a clock that was never set. */
const EARLIEST = "2006-03-14T00:00:00.000Z";

const MINUTE_MS = 60_000;

/** Returns why a moment that somebody told is not believed; undefined if it is. Late by any time it may be. */
export function whyNotBelieved(at: string, now: Date): string | undefined {
  if (at < EARLIEST) return "it is dated before anything can have been stored";
  const latest = isoText(now.getTime() + WRITER_AHEAD_MAX_MINUTES * MINUTE_MS);
  return at > latest ? `it is dated more than ${WRITER_AHEAD_MAX_MINUTES} minutes in the future` : undefined;
}

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** A run that says nothing for this long is looked at; a step may work for 15 minutes and is left alone. */
export const WATCH_RUN_EVERY_MS = MINUTE_MS;

/** What waits for a person is looked at once a day. */
export const WATCH_PERSON_EVERY_MS = DAY_MS;

/** Returns `now` and `milliseconds` as ISO 8601 UTC. */
export function after(now: Date, milliseconds: number): string {
  return new Date(now.getTime() + milliseconds).toISOString();
}

/**
 * Returns when to try again after a run that failed: within a minute after the first, four times as long after each
 * further one, a day at most. What is missing may come back by itself, and nobody has to remember to ask. Chance decides
 * over the second half of the wait, so that many that failed together do not come back together.
 *
 * @param chance from 0 to 1.
 */
export function nextTryAt(now: Date, failedAttempts: number, chance: number): string {
  const longestMs = Math.min(DAY_MS, MINUTE_MS * 4 ** Math.max(0, failedAttempts - 1));
  return after(now, Math.round(longestMs * (0.5 + chance / 2)));
}

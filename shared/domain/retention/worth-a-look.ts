import type { Duration } from "../policy/duration.ts";
import { msAfterDuration } from "./after-duration.ts";
import { type ClockRule, limitDueMs } from "./due-time.ts";
import { isoMs, isoText } from "./iso-text.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** A listing may end early or fail, and so may the next one: what nobody told of is still told by the third. */
const FIRST_LOOKS = 3;
const SHORTEST_MONTH_DAYS = 28;

/**
 * Returns what says, at one moment, whether what is known of a listed thing has to be read. A listing costs a call for a
 * thousand things, and each record that is read as much as a thousand times that: read at every listing, records would
 * cost more than all else.
 *
 * A thing is looked at three times when its events have had time to come, so that what was lost is told a whole life
 * ahead, and before the same may be stored again under another date; at every listing of the day from when its store
 * says that it is due; and once a day after that, and where no limit ends it. What a table does not date is always
 * looked at.
 *
 * @returns takes when something was stored, ISO 8601 UTC with milliseconds, as its store says it.
 */
export function worthALook(
  rule: ClockRule,
  listedEveryMinutes: number,
  now: Date,
): (storedAt: string | undefined) => boolean {
  const nowMs = now.getTime();
  const everyMs = listedEveryMinutes * MINUTE_MS;
  const isTurn = (sinceMs: number, looks = 1): boolean =>
    sinceMs >= everyMs && sinceMs < (1 + looks) * everyMs;
  const isLooked = (storedMs: number): boolean => {
    const ageMs = nowMs - storedMs;
    const dueMs = limitDueMs(rule, storedMs);
    const pastDueMs = dueMs === undefined ? undefined : nowMs - dueMs;
    if (pastDueMs === undefined || pastDueMs >= DAY_MS) return isTurn(ageMs % DAY_MS);
    return pastDueMs >= 0 || isTurn(ageMs, FIRST_LOOKS);
  };
  // Most of what a listing shows is neither new nor near its end: two texts tell that before a date is reckoned with.
  const isOldSince = isoText(nowMs - (1 + FIRST_LOOKS) * everyMs);
  const isNotDueAfter = isoText(nowMs - shortestLifeMs(rule));
  return (storedAt) => {
    if (storedAt === undefined) return true;
    if (storedAt <= isOldSince && storedAt > isNotDueAfter) return false;
    return isLooked(isoMs(storedAt));
  };
}

/** Returns for how long nothing is due by its limit alone; 0 if its limit counts from something else. */
function shortestLifeMs({ limit, marginMinutes }: ClockRule): number {
  if (limit?.from !== "created") return 0;
  return Math.max(0, shortestMs(limit.after) - marginMinutes * MINUTE_MS);
}

function shortestMs(after: Duration): number {
  return msAfterDuration(0, "months" in after ? { days: after.months * SHORTEST_MONTH_DAYS } : after);
}

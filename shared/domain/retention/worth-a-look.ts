import type { ClockRule } from "./due-time.ts";
import { limitDueMs } from "./due-time.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** A listing may end early or fail, and so may the next one: what nobody told of is still told by the third. */
const FIRST_LOOKS = 3;

/**
 * Says whether what is known of a listed thing has to be read. A listing costs a call for a thousand things, and each
 * record that is read as much as a thousand times that: read at every listing, records would cost more than all else.
 *
 * A thing is looked at three times when its events have had time to come, so that what was lost is told a whole life
 * ahead, and before the same may be stored again under another date; at every listing of the day from when its store says that it is due; and once a day after that, and where no limit ends
 * it. What a table does not date is always looked at.
 *
 * @param storedAt ISO 8601 UTC, as the store says it.
 */
export function isWorthALook(
  rule: ClockRule,
  listedEveryMinutes: number,
  storedAt: string | undefined,
  now: Date,
): boolean {
  if (storedAt === undefined) return true;
  const everyMs = listedEveryMinutes * MINUTE_MS;
  const isTurn = (sinceMs: number, looks = 1): boolean =>
    sinceMs >= everyMs && sinceMs < (1 + looks) * everyMs;
  const storedMs = Date.parse(storedAt);
  const ageMs = now.getTime() - storedMs;
  const dueMs = limitDueMs(rule, storedMs);
  const pastDueMs = dueMs === undefined ? undefined : now.getTime() - dueMs;
  if (pastDueMs === undefined || pastDueMs >= DAY_MS) return isTurn(ageMs % DAY_MS);
  return pastDueMs >= 0 || isTurn(ageMs, FIRST_LOOKS);
}

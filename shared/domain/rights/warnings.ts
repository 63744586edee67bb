import type { DueDate } from "./due-date.ts";
import { hasEnded, type RightsRequest } from "./rights-request.ts";

/** So much of the time has passed when somebody is warned; 100 is overdue. */
const WARNED_AT_PERCENT = [50, 75, 90] as const;
const SECOND_MS = 1000;

/** A moment at which a due date is looked at, ISO 8601 UTC. */
export interface DueDateWarning {
  readonly percent: (typeof WARNED_AT_PERCENT)[number] | 100;
  readonly at: string;
}

/**
 * Returns when to warn of a due date, the first moment at the top; the last is the second after it has passed.
 *
 * @param receivedAt from which the time is counted, ISO 8601 UTC.
 */
export function warningsOf({ at }: Pick<DueDate, "at">, receivedAt: string): readonly DueDateWarning[] {
  const [start, end] = [Date.parse(receivedAt), Date.parse(at)];
  const before = WARNED_AT_PERCENT.map((percent) => ({
    percent,
    at: new Date(start + Math.floor(((end - start) * percent) / 100)).toISOString(),
  }));
  return [...before, { percent: 100, at: new Date(end + SECOND_MS).toISOString() }];
}

/** Returns the last warning of a due date that `now` has reached. */
export function warningAt(
  dueDate: Pick<DueDate, "at">,
  receivedAt: string,
  now: Date,
): DueDateWarning | undefined {
  return warningsOf(dueDate, receivedAt).findLast(({ at }) => at <= now.toISOString());
}

/** Returns what of a request is still owed: nothing once it has ended. */
export function owedOf(request: Pick<RightsRequest, "standing" | "dueDates">): readonly DueDate[] {
  return hasEnded(request) ? [] : request.dueDates.filter(({ doneAt }) => doneAt === undefined);
}

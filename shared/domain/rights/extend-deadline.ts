import type { DueDate } from "./due-date.ts";
import { hasEnded, type RightsRequest } from "./rights-request.ts";

/** How it ended; a refusal changes nothing. */
export type DeadlineExtension =
  /** `notice` is owed to whoever asked before the old date has passed: the letter `extended` says it. */
  | {
      readonly extended: true;
      readonly request: RightsRequest;
      readonly notice: { readonly reason: string; readonly until: string };
    }
  | {
      readonly extended: false;
      readonly because: "no-reason" | "nothing-owed" | "too-late" | "extended-already" | "no-rule";
    };

/**
 * Puts off the answer to a request to the last date that its rules allow: once, with a reason, and only while the first
 * date has not passed.
 *
 * @see GDPR Art. 12(3): within the month, with the reasons; 11 CCR 7021(b).
 */
export function extendDeadline(
  request: RightsRequest,
  { reason, now }: { readonly reason: string; readonly now: Date },
): DeadlineExtension {
  const refused = (because: Extract<DeadlineExtension, { extended: false }>["because"]) =>
    ({ extended: false, because }) as const;
  const why = reason.trim().slice(0, 500);
  if (why === "") return refused("no-reason");
  const owed = request.dueDates.filter(endsRequest).filter(({ doneAt }) => doneAt === undefined);
  if (hasEnded(request) || owed.length === 0) return refused("nothing-owed");
  const at = now.toISOString();
  if (owed.some((dueDate) => dueDate.extended)) return refused("extended-already");
  if (owed.some((dueDate) => dueDate.at < at)) return refused("too-late");
  const later = owed.flatMap(({ extendableTo }) => extendableTo ?? []).sort();
  const [until] = later;
  // One that may not be put off would pass unanswered.
  if (until === undefined || later.length < owed.length) return refused("no-rule");
  const dueDates = request.dueDates.map((dueDate) =>
    owed.includes(dueDate) ? putOff(dueDate, { reason: why, at }) : dueDate,
  );
  return { extended: true, request: { ...request, dueDates }, notice: { reason: why, until } };
}

function endsRequest({ what }: DueDate): boolean {
  return what === "answer" || what === "resolve";
}

function putOff(
  { extendableTo, ...dueDate }: DueDate,
  { reason, at }: { readonly reason: string; readonly at: string },
): DueDate {
  if (extendableTo === undefined) return dueDate;
  return { ...dueDate, at: extendableTo, extended: { from: dueDate.at, at, reason } };
}

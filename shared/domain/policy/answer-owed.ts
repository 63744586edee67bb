import { type Duration, shortestHours } from "./duration.ts";
import type { Policy } from "./policy.ts";
import type { Processor } from "./processor.ts";

const HOUR_MS = 3_600_000;
/** GDPR Art. 12(3), for a policy that says nothing itself. */
const UNSAID = { calendarMonths: 1 } as const;

type Within = Duration | Policy["rights"][number]["deadlines"][number]["within"];

/**
 * Returns by when a third party's answer to an erasure is owed, ISO 8601 UTC: the first end of a promise about what
 * third parties keep of what it gets, and of an answer that the right to erasure owes everybody.
 *
 * @param askedAt when the request reached us, from which both count.
 */
export function answerOwedAt(policy: Policy, { receives }: Processor, askedAt: Date): string {
  const promised = policy.promises
    .filter(({ covers }) => covers.some((category) => receives.includes(category)))
    .flatMap(({ withinAtProcessors }) => withinAtProcessors ?? []);
  const answers = policy.rights
    .filter(({ right }) => right === "erasure")
    .flatMap(({ deadlines }) => deadlines)
    .filter(({ what, only }) => what === "answer" && only === undefined)
    .map(({ within }) => within);
  const hours = [...promised, ...(answers.length > 0 ? answers : [UNSAID])].map(hoursAtLeast);
  return new Date(askedAt.getTime() + Math.min(...hours) * HOUR_MS).toISOString();
}

function hoursAtLeast(within: Within): number {
  if ("calendarDays" in within) return shortestHours({ days: within.calendarDays });
  // A business day is no shorter than a day.
  if ("businessDays" in within) return shortestHours({ days: within.businessDays });
  if ("calendarMonths" in within) return shortestHours({ months: within.calendarMonths });
  return shortestHours(within);
}

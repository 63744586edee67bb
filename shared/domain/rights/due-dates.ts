import type { Policy } from "../policy/policy.ts";
import type { Right } from "../policy/right.ts";
import { afterDuration } from "../retention/after-duration.ts";
import { afterBusinessDays } from "./business-days.ts";
import type { DueDate } from "./due-date.ts";
import { UNITED_STATES } from "./holidays/united-states.ts";

type Deadline = Policy["rights"][number]["deadlines"][number];

/** What is known of a request beside when it came. */
export interface Circumstances {
  /**
   * Cases that the policy has shorter deadlines for, in its words (`only`), and whether they hold. One that is not named
   * may hold, and counts until somebody says that it does not: too early hurts nobody.
   */
  readonly cases?: Readonly<Record<string, boolean>>;
  /** When it was proved who asks; what counts from then is not owed before. */
  readonly identityProvedAt?: string;
}

/** What ends a request: an answer, or for a grievance that it is resolved. */
const ENDS: readonly DueDate["what"][] = ["answer", "resolve"];
/** For a right that the policy gives no number for: the law has one, whether it is granted or refused (Art. 12(4)). */
const BY_LAW: Deadline = {
  what: "answer",
  within: { calendarMonths: 1 },
  from: "receipt",
  source: "GDPR Art. 12(3)",
};

/** A rule, applied: when it ends, and when at the latest if it is put off. */
interface Applied extends DueDate {
  readonly latest: string;
}

/**
 * Returns by when what is owed to whoever asks, the first date at the top: of each thing the earliest of all rules that
 * bind, with the rule. There is always one at which the request ends.
 *
 * Every period ends to the minute as long after its start as the text says. Law gives more, to the end of the day, and to
 * the next working day if that is none (Regulation 1182/71, Art. 3); we keep the earlier.
 *
 * @param receivedAt when the request reached us, ISO 8601 UTC; not when it was written.
 * @see GDPR Art. 12(3); 11 CCR 7021: both count from receipt, whatever proving who asks takes.
 */
export function dueDatesOf(
  { rights }: Pick<Policy, "rights">,
  right: Right,
  receivedAt: string,
  circumstances: Circumstances = {},
): readonly DueDate[] {
  const declared = rights.filter((one) => one.right === right).flatMap(({ deadlines }) => deadlines);
  const binding = declared.flatMap((deadline) => applied(deadline, receivedAt, circumstances));
  const all = binding.some(({ what }) => ENDS.includes(what))
    ? binding
    : [...binding, ...applied(BY_LAW, receivedAt, circumstances)];
  const whats = [...new Set(all.map(({ what }) => what))];
  return whats
    .flatMap((what) => firstOf(all.filter((one) => one.what === what)))
    .sort((one, other) => one.at.localeCompare(other.at));
}

function applied(
  { what, within, from, only, source, extension }: Deadline,
  receivedAt: string,
  { cases = {}, identityProvedAt }: Circumstances,
): readonly Applied[] {
  if (only !== undefined && cases[only] === false) return [];
  const start = from === "receipt" ? receivedAt : identityProvedAt;
  if (start === undefined) return [];
  const at = endOf(start, within);
  const latest = extension ? endOf(at, extension.by) : at;
  return [{ what, at, source, latest, ...(only === undefined ? {} : { only }) }];
}

/** What is put off may pass no rule's own last date. */
function firstOf(rules: readonly Applied[]): readonly DueDate[] {
  const [first] = [...rules].sort((one, other) => one.at.localeCompare(other.at));
  if (!first) return [];
  const { latest: _own, ...dueDate } = first;
  const [latest = dueDate.at] = rules.map((rule) => rule.latest).sort();
  return [latest > dueDate.at ? { ...dueDate, extendableTo: latest } : dueDate];
}

function endOf(from: string, within: Deadline["within"]): string {
  if ("hours" in within) return afterDuration(from, within);
  if ("calendarDays" in within) return afterDuration(from, { days: within.calendarDays });
  if ("calendarMonths" in within) return afterDuration(from, { months: within.calendarMonths });
  // Only laws of the United States count business days.
  return afterBusinessDays(from, within.businessDays, UNITED_STATES);
}

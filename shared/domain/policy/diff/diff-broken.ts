import { type Duration, durationText, longestHours } from "../duration.ts";
import type { Policy } from "../policy.ts";
import type { PolicyPromise } from "../promise.ts";
import { PromiseIdSchema } from "../promise-id.ts";
import { limitHours } from "../retention-rule.ts";
import type { PolicyChange } from "./diff-change.ts";

type Broken = Pick<PolicyChange, "path" | "what" | "promises">;

/** What people were promised is measured by the old policy: that is the text which they read. */
export function brokenPromises(old: Policy, next: Policy): readonly PolicyChange[] {
  const broken = [
    ...old.promises.flatMap((promise) => brokenBy(promise, old, next)),
    ...lostRights(old, next),
    ...lostNotices(old, next),
  ];
  return broken.map((one) => ({ ...one, kind: "broken", tells: ["material"] }));
}

function brokenBy(promise: PolicyPromise, old: Policy, next: Policy): readonly Broken[] {
  if (promise.kept.status === "not-applicable") return [];
  const still = next.promises.find(({ id }) => id === promise.id);
  const path = `promises.${promise.id}`;
  const promises = [promise.id];
  if (still === undefined) {
    return [{ path, what: `It is promised no longer: ${promise.says}.`, promises }];
  }
  return [
    ...loosened(promise, still).map((what) => ({ path, what, promises })),
    ...[...heldPast(promise, old, next), ...usedAgainst(promise, old, next)].map((one) => ({
      ...one,
      promises,
    })),
  ];
}

function loosened(promise: PolicyPromise, still: PolicyPromise): readonly string[] {
  const was = promise.kept.status;
  const is = still.kept.status;
  const given = was === "bound" || was === "attested" || was === "text-conflict";
  const uncovered = promise.covers.filter((category) => !still.covers.includes(category));
  const allowed = promise.forbids.filter((purpose) => !still.forbids.includes(purpose));
  return [
    ...(given && (is === "not-yet" || is === "not-applicable") ? [`It was ${was} and would be ${is}.`] : []),
    ...(uncovered.length > 0 ? [`It would no longer cover ${uncovered.join(", ")}.`] : []),
    ...(allowed.length > 0 ? [`It would no longer rule out ${allowed.join(", ")}.`] : []),
    ...lengthened("It promised", promise.within, still.within),
    ...lengthened("Of processors it promised", promise.withinAtProcessors, still.withinAtProcessors),
  ];
}

function lengthened(
  promised: string,
  was: Duration | undefined,
  is: Duration | undefined,
): readonly string[] {
  if (was === undefined || (is !== undefined && longestHours(is) <= longestHours(was))) return [];
  return [`${promised} ${durationText(was)}, and would promise ${is ? durationText(is) : "no time at all"}.`];
}

/** A limit that was above the promise already is a fault of the old policy, not of the change. */
function heldPast(
  { within, covers, id }: PolicyPromise,
  old: Policy,
  next: Policy,
): readonly Omit<Broken, "promises">[] {
  if (within === undefined) return [];
  return covers.flatMap((category) => {
    const was = hoursOf(old, category);
    const is = hoursOf(next, category);
    if (is === undefined || is <= longestHours(within) || (was !== undefined && is <= was)) return [];
    const what = `${id} promises ${category} within ${durationText(within)}; its limit would be above that.`;
    return [{ path: `retention.${category}.limit`, what }];
  });
}

function hoursOf(policy: Policy, category: string): number | undefined {
  if (!policy.categories.some(({ id }) => id === category)) return undefined;
  const rule = policy.retention.find((declared) => declared.category === category);
  return (rule && limitHours(rule)) ?? Number.POSITIVE_INFINITY;
}

function usedAgainst(
  { covers, forbids, id }: PolicyPromise,
  old: Policy,
  next: Policy,
): readonly Omit<Broken, "promises">[] {
  return covers.flatMap((category) => {
    const before = purposesOf(old, category);
    return purposesOf(next, category)
      .filter((purpose) => forbids.includes(purpose) && !before.includes(purpose))
      .map((purpose) => ({
        path: `categories.${category}.purposes.${purpose}`,
        what: `${id} rules out ${purpose} for ${category}.`,
      }));
  });
}

function purposesOf(policy: Policy, category: string): readonly PolicyPromise["forbids"][number][] {
  return policy.categories.find(({ id }) => id === category)?.purposes ?? [];
}

type Right = Policy["rights"][number];
type Deadline = Right["deadlines"][number];

function lostRights(old: Policy, next: Policy): readonly Broken[] {
  return old.rights.flatMap((right) => {
    const path = `rights.${right.right}`;
    const still = next.rights.find((one) => one.right === right.right);
    const promises = promisesOfRight(right);
    if (still === undefined) return [{ path, what: "People would no longer have this right.", promises }];
    const lost = right.channels.filter((channel) => !still.channels.includes(channel));
    return [
      ...(lost.length > 0
        ? [{ path, what: `It could no longer be asked for by ${lost.join(", ")}.`, promises }]
        : []),
      ...right.deadlines
        .filter((deadline) => !isMet(deadline, still.deadlines))
        .map((deadline) => ({
          path: `${path}.deadlines.${deadline.what}`,
          what: "It would be answered later than was promised.",
          promises: promisesOfRight({ ...right, deadlines: [deadline] }),
        })),
    ];
  });
}

function promisesOfRight({ deadlines }: Right): readonly string[] {
  return [
    ...new Set(
      deadlines.map(({ source }) => source).filter((source) => PromiseIdSchema.safeParse(source).success),
    ),
  ];
}

function isMet(promised: Deadline, given: readonly Deadline[]): boolean {
  return given.some(
    (deadline) =>
      deadline.what === promised.what &&
      (deadline.only === promised.only || deadline.only === undefined) &&
      (deadline.from === promised.from || deadline.from === "receipt") &&
      hoursIn(deadline) <= hoursIn(promised),
  );
}

/** Hours of each unit, to compare deadlines; five business days are a week. */
const UNIT_HOURS = {
  hours: 1,
  calendarDays: 24,
  businessDays: (24 * 7) / 5,
} as const;

function hoursIn({ within }: Deadline): number {
  if ("hours" in within) return within.hours * UNIT_HOURS.hours;
  if ("calendarDays" in within) return within.calendarDays * UNIT_HOURS.calendarDays;
  if ("businessDays" in within) return within.businessDays * UNIT_HOURS.businessDays;
  return longestHours({ months: within.calendarMonths });
}

function lostNotices(old: Policy, next: Policy): readonly Broken[] {
  return old.notices.flatMap((notice) => {
    const still = next.notices.filter(({ change }) => change === notice.change);
    const kept = still.some(
      ({ daysBefore, needsConsent }) =>
        daysBefore >= notice.daysBefore && (needsConsent || !notice.needsConsent),
    );
    const what =
      "People would be told later than was promised, or not asked for consent, or not told at all.";
    return kept ? [] : [{ path: `notices.${notice.change}`, what, promises: [notice.promise] }];
  });
}

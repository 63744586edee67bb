import { type Copy, copiesOf } from "../copies.ts";
import { durationText, longestHours } from "../duration.ts";
import { shortestHours } from "../longer-than.ts";
import type { Policy } from "../policy.ts";
import type { Store } from "../store.ts";
import { promisesAbout } from "./promises-hurt.ts";
import type { Finding, PolicyRule } from "./rule.ts";

const DAY_HOURS = 24;

export const copyOutlivesPromise: PolicyRule = {
  id: "copy-outlives-promise",
  severity: "error",
  why: "A person is told that something is gone while a copy of it can still be brought back or served.",
  source: "GDPR Art. 5(1)(e) and 17(1): storage limitation and erasure, copies included",
  remedy:
    "Take the copy away or shorten it (pointInTimeRecoveryDays: 0, versioned: false, a shorter cachedBy.longestHours, vault or export), or name in backups the published exception with longestDays.",
  find: (policy) =>
    policy.stores.flatMap((store) =>
      copiesOf(policy, store).flatMap((copy) => findingAbout(policy, store, copy)),
    ),
};

function findingAbout(policy: Policy, store: Store, copy: Copy): readonly Finding[] {
  const excepted = policy.backups.publishedException !== undefined;
  switch (copy.kind) {
    case "deleted-table":
      // Without point-in-time recovery there is none; beside an exception another rule measures it.
      return [];
    case "point-in-time":
      return excepted ? [] : unexceptedBackup(policy, store, copy);
    case "stream":
      // Keys alone, for a day, in which nothing stands that is promised to end.
      return [];
    case "vault":
    case "export":
      return excepted ? overlongBackup(policy, store, copy) : unexceptedBackup(policy, store, copy);
    case "replaced-version":
      // What has a limit of a day may be in no versioned bucket at all: another rule says so.
      return longerThanPromised(
        policy,
        copy,
        store.categories.filter((category) => !goesInADay(policy, category)),
      );
    case "cache":
      return longerThanPromised(policy, copy, store.categories);
  }
}

function unexceptedBackup(policy: Policy, store: Store, copy: Copy): readonly Finding[] {
  const limited = promisesWithin(policy, store.categories).flatMap(({ covers }) => covers);
  const erased = policy.erasure.find(({ scope }) => scope === "account")?.categories ?? {};
  // A copy that no longer opens is none.
  const opened = store.categories.filter(
    (held) => !policy.categories.some(({ id, ownKey }) => id === held && ownKey),
  );
  const bounded = opened.filter(
    (category) => limited.includes(category) || erased[category]?.effect === "erase",
  );
  if (bounded.length === 0) return [];
  return [
    {
      path: copy.path,
      what: `Of ${bounded.join(", ")} in ${store.id} there is ${copy.what}, and no published exception lets a backup stay.`,
      promises: promisesAbout(policy, bounded),
    },
  ];
}

function overlongBackup(policy: Policy, store: Store, copy: Copy): readonly Finding[] {
  const { publishedException, longestDays } = policy.backups;
  if (publishedException === undefined || longestDays === undefined || copy.longestDays <= longestDays)
    return [];
  return [
    {
      path: copy.path,
      what: `Of ${store.id} there is ${copy.what}, and ${publishedException} lets a backup stay for ${longestDays} days.`,
      promises: [publishedException],
    },
  ];
}

function longerThanPromised(policy: Policy, copy: Copy, held: readonly string[]): readonly Finding[] {
  const broken = promisesWithin(policy, held).filter(
    ({ within }) => shortestHours(within) / DAY_HOURS < copy.longestDays,
  );
  if (broken.length === 0) return [];
  const promised = broken.map(({ id, within }) => `${id} promises an end within ${durationText(within)}`);
  return [
    {
      path: copy.path,
      what: `Of ${held.join(", ")} there is ${copy.what}, and ${promised.join(", ")}.`,
      promises: broken.map(({ id }) => id),
    },
  ];
}

function promisesWithin(policy: Policy, held: readonly string[]) {
  return policy.promises.flatMap(({ id, within, covers, kept }) =>
    within !== undefined &&
    kept.status !== "not-applicable" &&
    covers.some((category) => held.includes(category))
      ? [{ id, within, covers }]
      : [],
  );
}

function goesInADay(policy: Policy, category: string): boolean {
  const limit = policy.retention.find((rule) => rule.category === category)?.limit;
  return limit !== undefined && longestHours(limit.after) <= DAY_HOURS;
}

import { durationText } from "../duration.ts";
import { type ErasureScope, SCOPES } from "../erasure-scope.ts";
import type { Policy } from "../policy.ts";
import type { Processor } from "../processor.ts";
import { type Fact, FactSchema, limitHours, type RetentionRule } from "../retention-rule.ts";
import type { Store } from "../store.ts";
import type { ToldOf } from "./diff-change.ts";
import { cutPart, limitPart } from "./diff-declared-parts.ts";

/** How long something can be held, at one path; what is not held has no entry. */
export interface HeldLength {
  readonly path: string;
  /** Greater is longer; only lengths at the same path are compared. */
  readonly rank: number;
  /** The length in words, after "it is": `kept for 30 days`. */
  readonly says: string;
  readonly categories: readonly string[];
  readonly tells: readonly ToldOf[];
  /** Parts that both policies must declare for a comparison. */
  readonly within: readonly string[];
}

const DAY_HOURS = 24;
/** Longer than any number: nothing but a request or an event ends it. */
const NO_END = Number.POSITIVE_INFINITY;
/** Facts in the order in which they come to pass: counted from a later one, the same limit ends later. */
const IN_TIME: readonly Fact[] = [
  "created",
  "processing-finished",
  "generation-completed",
  "session-ended",
  "un-saved",
  "need-ended",
  "account-ended",
];

/** Returns how long everything may be held that a policy speaks of; margins are ours and not compared. */
export function heldLengths(policy: Policy): readonly HeldLength[] {
  return [
    ...policy.categories.flatMap(({ id }) => categoryLengths(policy, id)),
    ...policy.stores.flatMap(storeLengths),
    ...backupLengths(policy),
    ...policy.ownRecords.map(({ record, retentionDays }) => ({
      ...daysLength(`ownRecords.${record}`, retentionDays),
      categories: [],
      within: [],
    })),
    ...SCOPES.flatMap((scope) => scopeLengths(policy, scope)),
    ...policy.processors.map(processorLength),
  ];
}

function categoryLengths(policy: Policy, id: string): readonly HeldLength[] {
  const rule = policy.retention.find(({ category }) => category === id);
  const shared = { categories: [id], tells: ["material"], within: [`categories.${id}`] } as const;
  const path = `retention.${id}`;
  const presence = { ...shared, path: `categories.${id}`, rank: 1, says: "held", within: [] };
  if (rule === undefined) {
    return [presence, { ...shared, path: `${path}.limit`, rank: NO_END, says: "kept without an end" }];
  }
  return [
    presence,
    { ...shared, path: `${path}.limit`, rank: limitHours(rule) ?? NO_END, says: limitSays(rule) },
    ...FactSchema.options.map((fact) => ({
      ...shared,
      ...earlierEnd(rule, fact),
      path: `${path}.earlierOn.${fact}`,
    })),
    {
      ...shared,
      path: `${path}.onEnd`,
      rank: rule.onEnd === "delete" ? 0 : 1,
      says: `to ${rule.onEnd} at its end`,
    },
    ...(rule.limit === undefined
      ? []
      : [
          { ...shared, ...countedFrom(rule.limit.from), path: `${path}.limit.from`, within: [limitPart(id)] },
        ]),
    ...(rule.holdable ? [{ ...shared, path: `${path}.holdable`, rank: 1, says: "open to legal holds" }] : []),
    ...(rule.savedMeans === undefined
      ? []
      : [
          {
            ...shared,
            path: `${path}.savedMeans`,
            rank: 1,
            says: `kept past its limit by: ${rule.savedMeans}`,
          },
        ]),
  ];
}

function limitSays({ limit }: RetentionRule): string {
  return limit === undefined
    ? "kept until an event or a request ends it"
    : `kept for ${durationText(limit.after)}`;
}

function earlierEnd({ earlierOn }: RetentionRule, fact: Fact): Pick<HeldLength, "rank" | "says"> {
  return earlierOn.includes(fact)
    ? { rank: 0, says: `ended early by ${fact}` }
    : { rank: 1, says: `not ended early by ${fact}` };
}

function countedFrom(fact: Fact): Pick<HeldLength, "rank" | "says"> {
  return { rank: IN_TIME.indexOf(fact), says: `counted from ${fact}` };
}

function storeLengths(store: Store): readonly HeldLength[] {
  const path = `stores.${store.id}`;
  const copy = { categories: store.categories, tells: ["material"], within: [path] } as const;
  // One more place for the same data, with the same end, changes nothing that people were told.
  const place = { ...copy, tells: [], rank: 1 } as const;
  return [
    { ...place, path, says: "a place where data is", within: [] },
    ...store.categories.map((category) => ({
      ...place,
      path: `${path}.categories.${category}`,
      says: `where ${category} is`,
      categories: [category],
      within: [path, `categories.${category}`],
    })),
    ...copiesOf(store).map(({ key, ...length }) => ({ ...copy, ...length, path: `${path}.${key}` })),
  ];
}

/** Returns what lets something of a store live on after it was deleted there. */
function copiesOf(store: Store): readonly (Pick<HeldLength, "rank" | "says"> & { readonly key: string })[] {
  switch (store.kind) {
    case "s3": {
      const { versioned, cachedBy, objectLock } = store;
      return [
        ...(versioned ? [{ key: "versioned", rank: 1, says: "kept in older versions" }] : []),
        ...(cachedBy === undefined
          ? []
          : [
              {
                key: "cachedBy",
                rank: cachedBy.longestHours,
                says: `cached by ${cachedBy.processor} for up to ${cachedBy.longestHours} hours`,
              },
            ]),
        ...(objectLock === undefined
          ? []
          : [{ key: "objectLock", rank: objectLock.days, says: `locked for ${objectLock.days} days` }]),
      ];
    }
    case "dynamodb": {
      const days = store.pointInTimeRecoveryDays;
      return days === 0
        ? []
        : [{ key: "pointInTimeRecoveryDays", rank: days, says: `restorable for ${days} days` }];
    }
    case "log-group":
      return [
        { key: "retentionDays", rank: store.retentionDays, says: `logged for ${store.retentionDays} days` },
      ];
    case "aged-files":
      return [
        { key: "retentionDays", rank: store.retentionDays, says: `kept for ${store.retentionDays} days` },
      ];
    case "queue":
      return [
        { key: "retentionDays", rank: store.retentionDays, says: `queued for ${store.retentionDays} days` },
      ];
    case "dynamodb-shared":
      return store.rule === "goes-with-owner"
        ? []
        : [{ key: "rule", rank: 1, says: "kept for others who share it" }];
    case "dynamodb-index":
    case "dynamodb-mentions":
    case "cognito":
      return [];
  }
}

function backupLengths({ backups, stores }: Policy): readonly HeldLength[] {
  const vaults = backups.vaults.flatMap((vault) =>
    vault.stores.map((id) => ({
      ...daysLength(`backups.vaults.${vault.id}.${id}`, vault.retentionDays),
      categories: stores.find((store) => store.id === id)?.categories ?? [],
      within: [],
    })),
  );
  if (backups.longestDays === undefined) return vaults;
  return [
    { ...daysLength("backups.longestDays", backups.longestDays), categories: [], within: [] },
    ...vaults,
  ];
}

function scopeLengths(policy: Policy, scope: ErasureScope["scope"]): readonly HeldLength[] {
  const path = `erasure.${scope}`;
  const declared = policy.erasure.find((one) => one.scope === scope);
  const shared = { tells: ["material"] } as const;
  if (declared === undefined) {
    return [{ ...shared, path, rank: NO_END, says: "not erased in this scope", categories: [], within: [] }];
  }
  const categories = Object.keys(declared.categories);
  return [
    {
      ...shared,
      path,
      rank: declared.graceHours,
      says: `erased after ${declared.graceHours} hours of grace`,
      categories,
      within: [],
    },
    ...policy.categories.map(({ id }) => ({
      ...shared,
      ...effectLength(declared.categories[id], policy, id),
      path: `${path}.categories.${id}`,
      categories: [id],
      within: [path, `categories.${id}`],
    })),
    ...categories.flatMap((id) => keptLengths(scope, declared.categories[id], id)),
  ];
}

/** One more attribute is more that is kept of whoever asked to be erased; so is an end that counts from later. */
function keptLengths(
  scope: string,
  effect: ErasureScope["categories"][string] | undefined,
  category: string,
): readonly HeldLength[] {
  if (effect?.effect !== "retain") return [];
  const path = cutPart(scope, category);
  const { keeps = [], createdAttribute } = effect;
  const shared = { categories: [category], tells: ["material"], within: [path] } as const;
  const from = createdAttribute === undefined ? "the erasure" : createdAttribute;
  return [
    ...keeps.map((name) => ({
      ...shared,
      ...{ path: `${path}.${name}`, rank: 1, says: `kept of each record in spite of a request: ${name}` },
    })),
    {
      ...shared,
      path: `erasure.${scope}.categories.${category}.createdAttribute`,
      rank: createdAttribute === undefined ? 1 : 0,
      says: `kept so long from ${from} on`,
    },
  ];
}

function effectLength(
  effect: ErasureScope["categories"][string] | undefined,
  policy: Policy,
  category: string,
): Pick<HeldLength, "rank" | "says"> {
  switch (effect?.effect) {
    case "erase":
      return { rank: 0, says: "erased on request" };
    case "anonymise":
      return { rank: 1, says: "anonymised on request" };
    case "expire": {
      const rule = policy.retention.find((declared) => declared.category === category);
      return { rank: (rule && limitHours(rule)) ?? NO_END, says: "left to its retention period on request" };
    }
    case "retain": {
      const days = effect.retentionDays;
      const rank = days === undefined ? NO_END : days * DAY_HOURS;
      return { rank, says: `retained${days === undefined ? "" : ` for ${days} days`} in spite of a request` };
    }
    case undefined:
      return { rank: NO_END, says: "not touched by a request" };
  }
}

function processorLength({ id, retention, receives }: Processor): HeldLength {
  const length = { path: `processors.${id}.retention`, categories: receives, within: [`processors.${id}`] };
  const tells = ["processors", "material"] as const;
  switch (retention?.kept) {
    case "nothing":
      return { ...length, tells, rank: 0, says: "kept by it no longer than it works" };
    case "days":
      return { ...length, tells, rank: retention.days, says: `kept by it for ${retention.days} days` };
    case "until-deleted":
      return { ...length, tells, rank: NO_END, says: "kept by it until somebody asks" };
    case undefined:
      return { ...length, tells, rank: NO_END, says: "kept by it for a time that it does not state" };
  }
}

function daysLength(
  path: string,
  days: number | undefined,
): Pick<HeldLength, "path" | "rank" | "says" | "tells"> {
  const says = days === undefined ? "kept without an end" : `kept for ${days} days`;
  return { path, rank: days ?? NO_END, says, tells: ["material"] };
}

import type { Policy } from "./policy.ts";
import type { Store } from "./store.ts";

const DAY_HOURS = 24;
/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/PointInTimeRecovery_Howitworks.html */
export const DELETED_TABLE_BACKUP_DAYS = 35;
/** Our lifecycle removes a replaced version after a day, which S3 rounds up to the next midnight UTC. */
const REPLACED_VERSION_DAYS = 2;

/** Something that still holds what a store held after the store itself lost it. */
export interface Copy {
  readonly kind: "point-in-time" | "deleted-table" | "vault" | "replaced-version" | "cache";
  /** Where the policy says so. */
  readonly path: string;
  /** A noun phrase with its number: `point-in-time recovery of 7 days`. */
  readonly what: string;
  /** How long it lives at most; a cache may live for a part of a day. */
  readonly longestDays: number;
}

/** Returns every kind of copy that there can be of what a store holds. */
export function copiesOf(policy: Policy, store: Store): readonly Copy[] {
  return [...pointInTimeCopies(store), ...vaultCopies(policy, store), ...bucketCopies(store)];
}

/** Returns for how many days the longest-lived copy of anything stays, in whole days; 0 if there is none. */
export function longestCopyDays(policy: Policy): number {
  const days = policy.stores.flatMap((store) => copiesOf(policy, store)).map((copy) => copy.longestDays);
  return Math.ceil(Math.max(0, ...days));
}

function pointInTimeCopies(store: Store): readonly Copy[] {
  if (store.kind !== "dynamodb" || store.pointInTimeRecoveryDays === 0) return [];
  const path = `stores.${store.id}.pointInTimeRecoveryDays`;
  const longestDays = store.pointInTimeRecoveryDays;
  return [
    {
      kind: "point-in-time",
      path,
      what: `point-in-time recovery of ${daysText(longestDays)}`,
      longestDays,
    },
    {
      kind: "deleted-table",
      path,
      what: `the system backup of the deleted table, kept ${daysText(DELETED_TABLE_BACKUP_DAYS)}`,
      longestDays: DELETED_TABLE_BACKUP_DAYS,
    },
  ];
}

function vaultCopies(policy: Policy, store: Store): readonly Copy[] {
  return policy.backups.vaults
    .filter(({ stores }) => stores.includes(store.id))
    .map(({ id, retentionDays }) => ({
      kind: "vault",
      path: `backups.vaults.${id}`,
      what: `a recovery point in the vault ${id}, kept ${daysText(retentionDays)}`,
      longestDays: retentionDays,
    }));
}

function bucketCopies(store: Store): readonly Copy[] {
  if (store.kind !== "s3") return [];
  const copies: Copy[] = [];
  if (store.versioned)
    copies.push({
      kind: "replaced-version",
      path: `stores.${store.id}.versioned`,
      what: `replaced versions, kept up to ${daysText(REPLACED_VERSION_DAYS)}`,
      longestDays: REPLACED_VERSION_DAYS,
    });
  if (store.cachedBy)
    copies.push({
      kind: "cache",
      path: `stores.${store.id}.cachedBy`,
      what: `a cache of ${store.cachedBy.longestHours} hours at ${store.cachedBy.processor}`,
      longestDays: store.cachedBy.longestHours / DAY_HOURS,
    });
  return copies;
}

function daysText(days: number): string {
  return days === 1 ? "1 day" : `${days} days`;
}

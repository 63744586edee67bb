import { clockStores } from "../retention/clock-rules.ts";
import type { Vault } from "./backups.ts";
import { worstCaseHours } from "./mechanism-slack.ts";
import type { Policy } from "./policy.ts";
import type { Store } from "./store.ts";
import { copiedInto, hostOf } from "./store-host.ts";

const DAY_HOURS = 24;
/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/PointInTimeRecovery_Howitworks.html */
export const DELETED_TABLE_BACKUP_DAYS = 35;
/** Our lifecycle removes a replaced version after a day, which S3 rounds up to the next midnight UTC. */
const REPLACED_VERSION_DAYS = 2;
/** AWS Backup deletes some time after the end of a recovery point. AWS states no bound: a day is assumed here. */
export const VAULT_REMOVAL_ASSUMED_DAYS = 1;
/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Streams.html */
const STREAM_DAYS = 1;

/** Kinds of copies of a whole store, out of which no one person's data can be taken. */
const BACKUP_KINDS = ["point-in-time", "deleted-table", "vault", "export"] as const;

/**
 * Something that still holds what a store held after the store itself lost it. A replica is none: it is a store of its
 * own, which is emptied as any other.
 */
export interface Copy {
  readonly kind: (typeof BACKUP_KINDS)[number] | "replaced-version" | "cache" | "stream";
  /** Where the policy says so. */
  readonly path: string;
  /** A noun phrase with its number: `point-in-time recovery of 7 days`. */
  readonly what: string;
  /** How long it lives at most; a cache may live for a part of a day. */
  readonly longestDays: number;
}

/** Returns every kind of copy that there can be of what a store holds. */
export function copiesOf(policy: Policy, store: Store): readonly Copy[] {
  return [
    ...pointInTimeCopies(hostOf(store, policy)),
    ...vaultCopies(policy, store),
    ...exportCopies(policy, store),
    ...bucketCopies(store),
    ...streamCopies(policy, store),
  ];
}

/**
 * Returns for how many days backups may still hold what a store has just lost, in whole days; 0 if there is none. What
 * DynamoDB keeps of a deleted table holds nothing that the table had lost before.
 */
export function longestBackupDays(policy: Policy, store: Store): number {
  const days = copiesOf(policy, store)
    .filter(({ kind }) => kind !== "deleted-table" && BACKUP_KINDS.some((each) => each === kind))
    .map((copy) => copy.longestDays);
  return Math.ceil(Math.max(0, ...days));
}

/** Returns how far after its making a copy in a vault is gone, in days. */
export function longestInVault({ copies, retentionDays }: Pick<Vault, "copies" | "retentionDays">): number {
  // A window moves on at once; of one moment each copy has to be deleted.
  return copies === "continuous" ? retentionDays : retentionDays + VAULT_REMOVAL_ASSUMED_DAYS;
}

/** Returns for how many days the longest-lived copy of anything stays, in whole days; 0 if there is none. */
export function longestCopyDays(policy: Policy): number {
  const days = policy.stores.flatMap((store) => copiesOf(policy, store)).map((copy) => copy.longestDays);
  return Math.ceil(Math.max(0, ...days));
}

function pointInTimeCopies(store: Store | undefined): readonly Copy[] {
  if (store?.kind !== "dynamodb" || store.pointInTimeRecoveryDays === 0) return [];
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
  const host = hostOf(store, policy);
  return policy.backups.vaults
    .filter((vault) => host !== undefined && copiedInto(vault, policy).includes(host))
    .map((vault) => ({
      kind: "vault",
      path: `backups.vaults.${vault.id}`,
      what:
        vault.copies === "continuous"
          ? `a continuous recovery point of ${daysText(vault.retentionDays)} in the vault ${vault.id}`
          : `a recovery point in the vault ${vault.id}, kept ${daysText(vault.retentionDays)} and gone a day later`,
      longestDays: longestInVault(vault),
    }));
}

function exportCopies(policy: Policy, store: Store): readonly Copy[] {
  const host = hostOf(store, policy);
  return policy.stores.flatMap((files) => {
    if (files.kind !== "aged-files" || files.exportsOf === undefined || files.exportsOf !== host?.id)
      return [];
    return [
      {
        kind: "export" as const,
        path: `stores.${files.id}.retentionDays`,
        what: `an export in ${files.id}, kept ${daysText(files.retentionDays)} and gone by S3 two days later`,
        longestDays: (worstCaseHours(files, new Map()) ?? 0) / DAY_HOURS,
      },
    ];
  });
}

/** A stream holds keys alone, and those name people by an id that is random. */
function streamCopies(policy: Policy, store: Store): readonly Copy[] {
  if (store.kind === "s3" || !clockStores(policy).some(({ id }) => id === store.id)) return [];
  return [
    {
      kind: "stream",
      path: `stores.${store.id}`,
      what: `the keys of what was written and deleted, kept ${daysText(STREAM_DAYS)} in the table's stream`,
      longestDays: STREAM_DAYS,
    },
  ];
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

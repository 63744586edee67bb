const DAY_MS = 86_400_000;

/** How a copy of a whole store came to be; each has an end of its own kind, and is listed and deleted by a call of its own. */
export const RECOVERY_POINT_KINDS = [
  /** One moment, in a vault of AWS Backup. */
  "snapshot",
  /** Every moment of a window that moves on, in a vault of AWS Backup. */
  "continuous",
  /** The same window, of a table alone: DynamoDB's own point-in-time recovery. */
  "point-in-time",
  /** One moment of a table, made on demand: it stays until somebody deletes it. */
  "table-backup",
  /** One moment of a table that was deleted while its point-in-time recovery was on: DynamoDB keeps it for 35 days. */
  "system-backup",
  /** One moment of a table, as files in a bucket: they stay until somebody deletes them. */
  "export",
] as const;

export type RecoveryPointKind = (typeof RECOVERY_POINT_KINDS)[number];

/**
 * `moving`: continuous, and still being added to. `stopped`: continuous, and nothing is added any more. `expired`: its
 * end has come and the deletion failed, so it stays for ever.
 */
export type RecoveryPointState =
  | "being-made"
  | "whole"
  | "partial"
  | "moving"
  | "stopped"
  | "expired"
  | "being-deleted";

/** A copy of a whole store, out of which no one person's data can be taken. */
export interface RecoveryPoint {
  /** The ARN by which AWS knows it. */
  readonly pointId: string;
  readonly storeId: string;
  readonly kind: RecoveryPointKind;
  /**
   * The name of the vault that it lies in; of an export the store of files that it lies in, or the address of a bucket
   * that no policy declares. Absent where DynamoDB keeps it.
   */
  readonly place?: string;
  readonly state: RecoveryPointState;
  /** ISO 8601 UTC: the earliest moment it can bring back now. What was gone by then is not in it. */
  readonly earliest: string;
  /** ISO 8601 UTC: when it is to be deleted; absent of one that moves on, and of one that nobody ever deletes. */
  readonly deleteAt?: string;
  /** Of one that moves on: how far back it reaches. */
  readonly windowDays?: number;
}

/** Says whether a copy can bring back what was deleted at an instant. */
export function canBringBack({ earliest }: Pick<RecoveryPoint, "earliest">, deletedAt: Date): boolean {
  return earliest <= deletedAt.toISOString();
}

/**
 * Returns when a copy can no longer bring back what was deleted at an instant, ISO 8601 UTC.
 *
 * @returns undefined if nobody ever deletes it: no day can be named.
 */
export function lastDayOf(point: RecoveryPoint, deletedAt: Date): string | undefined {
  if (point.state === "expired") return undefined;
  if (point.deleteAt !== undefined) return point.deleteAt;
  if (point.windowDays === undefined) return undefined;
  return new Date(deletedAt.getTime() + point.windowDays * DAY_MS).toISOString();
}

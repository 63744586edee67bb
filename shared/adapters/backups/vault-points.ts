import {
  type BackupClient,
  BackupServiceException,
  DeleteRecoveryPointCommand,
  DescribeRecoveryPointCommand,
  InvalidRequestException,
  InvalidResourceStateException,
  paginateListRecoveryPointsByBackupVault,
  paginateListRecoveryPointsByResource,
  type RecoveryPointByBackupVault,
  type RecoveryPointStatus,
  ResourceNotFoundException,
} from "@aws-sdk/client-backup";
import type { RecoveryPoint, RecoveryPointState } from "../../domain/backups/recovery-point.ts";
import type { DeletionAnswer } from "../../operations/ports.ts";

const DAY_MS = 86_400_000;

/** Continuous ones have it in their ARN: https://docs.aws.amazon.com/aws-backup/latest/devguide/point-in-time-recovery.html */
const CONTINUOUS = ":recovery-point:continuous:";

/** What AWS Backup tells of a recovery point, in a list and by itself. */
type Told = Pick<
  RecoveryPointByBackupVault,
  "RecoveryPointArn" | "BackupVaultName" | "Status" | "CreationDate" | "CalculatedLifecycle" | "Lifecycle"
>;

/** Where a copy lies in AWS Backup. */
export interface VaultPlace {
  readonly vault: string;
  readonly arn: string;
}

/** Returns every recovery point of a bucket or table in any vault of the account and region. */
export async function vaultPointsOf(
  backup: BackupClient,
  { storeId, resourceArn }: { readonly storeId: string; readonly resourceArn: string },
  now: Date,
): Promise<readonly RecoveryPoint[]> {
  // The list by resource names vaults, and says of no point when it ends; the list of a vault says it.
  const vaults = new Set<string>();
  const points: RecoveryPoint[] = [];
  for await (const page of paginateListRecoveryPointsByResource(
    { client: backup },
    { ResourceArn: resourceArn },
  )) {
    for (const told of page.RecoveryPoints ?? []) {
      if (told.BackupVaultName) vaults.add(told.BackupVaultName);
      // One that another service made may lie in no vault: nobody here knows of an end of it. DynamoDB lists its own.
      else if (!told.RecoveryPointArn?.includes(":dynamodb:")) points.push(pointOf(told, storeId, now));
    }
  }
  for (const BackupVaultName of vaults) {
    const pages = paginateListRecoveryPointsByBackupVault(
      { client: backup },
      { BackupVaultName, ByResourceArn: resourceArn },
    );
    for await (const page of pages) {
      points.push(
        ...(page.RecoveryPoints ?? []).map((told) => pointOf({ BackupVaultName, ...told }, storeId, now)),
      );
    }
  }
  return points;
}

/** Returns one recovery point as it is now; undefined once AWS Backup knows it no more. */
export async function readVaultPoint(
  backup: BackupClient,
  { vault, arn }: VaultPlace,
  { storeId, now }: { readonly storeId: string; readonly now: Date },
): Promise<RecoveryPoint | undefined> {
  try {
    const told = await backup.send(
      new DescribeRecoveryPointCommand({ BackupVaultName: vault, RecoveryPointArn: arn }),
    );
    return pointOf({ ...told, BackupVaultName: vault, RecoveryPointArn: arn }, storeId, now);
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}

/** Asks for the deletion of one recovery point; one that is gone was asked for before. */
export async function deleteVaultPoint(
  backup: BackupClient,
  { vault, arn }: VaultPlace,
): Promise<DeletionAnswer> {
  try {
    await backup.send(new DeleteRecoveryPointCommand({ BackupVaultName: vault, RecoveryPointArn: arn }));
    return "asked";
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return "asked";
    if (error instanceof InvalidRequestException || error instanceof InvalidResourceStateException)
      return "locked";
    if (error instanceof BackupServiceException && error.name === "AccessDeniedException") return "denied";
    throw error;
  }
}

function pointOf(told: Told, storeId: string, now: Date): RecoveryPoint {
  const { RecoveryPointArn: pointId = "", BackupVaultName, CreationDate, Status } = told;
  const isContinuous = pointId.includes(CONTINUOUS);
  const created = CreationDate ?? new Date(0);
  const state = stateOf(Status, { isContinuous });
  const windowDays = told.Lifecycle?.DeleteAfterDays;
  const deleteAt = told.CalculatedLifecycle?.DeleteAt;
  const place = BackupVaultName === undefined ? {} : { place: BackupVaultName };
  const shared = {
    pointId,
    storeId,
    ...place,
    state,
    kind: isContinuous ? "continuous" : "snapshot",
  } as const;
  if (state !== "moving" || windowDays === undefined) {
    return {
      ...shared,
      earliest: created.toISOString(),
      ...(deleteAt === undefined || state === "moving" ? {} : { deleteAt: deleteAt.toISOString() }),
    };
  }
  const back = new Date(Math.max(created.getTime(), now.getTime() - windowDays * DAY_MS));
  return { ...shared, earliest: back.toISOString(), windowDays };
}

/** A state that nobody knew of when this was written is one of a copy that is there. */
function stateOf(
  status: RecoveryPointStatus | undefined,
  { isContinuous }: { readonly isContinuous: boolean },
): RecoveryPointState {
  switch (status) {
    case "EXPIRED":
      return "expired";
    case "STOPPED":
      return "stopped";
    case "DELETING":
      return "being-deleted";
    case "CREATING":
      return isContinuous ? "moving" : "being-made";
    case "PARTIAL":
      return "partial";
    default:
      return isContinuous ? "moving" : "whole";
  }
}

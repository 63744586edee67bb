import {
  DescribeContinuousBackupsCommand,
  type DynamoDBClient,
  ListBackupsCommand,
} from "@aws-sdk/client-dynamodb";
import type { RecoveryPoint } from "../../domain/backups/recovery-point.ts";

/** What DynamoDB keeps where nothing else is said: https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_PointInTimeRecoverySpecification.html */
const WINDOW_DAYS_DEFAULT = 35;
/** A table has a handful; whoever has more pages than this has something else to look at. */
const PAGES_MAX = 100;

/** A table as its copies are looked for. */
export interface TablePlace {
  readonly storeId: string;
  readonly table: string;
  readonly arn: string;
}

/** Too many backups were listed to be sure that all were seen. */
export class TooManyCopies extends Error {
  override readonly name = "TooManyCopies";
}

/** Returns the point-in-time recovery of a table, if it is on. */
export async function pointInTimeOf(
  dynamodb: DynamoDBClient,
  { storeId, table, arn }: TablePlace,
): Promise<readonly RecoveryPoint[]> {
  const { ContinuousBackupsDescription } = await dynamodb.send(
    new DescribeContinuousBackupsCommand({ TableName: table }),
  );
  const recovery = ContinuousBackupsDescription?.PointInTimeRecoveryDescription;
  if (recovery?.PointInTimeRecoveryStatus !== "ENABLED") return [];
  const windowDays = recovery.RecoveryPeriodInDays ?? WINDOW_DAYS_DEFAULT;
  // Where it does not say how far back it reaches, it may reach back as far as it can.
  const earliest = (recovery.EarliestRestorableDateTime ?? new Date(0)).toISOString();
  return [{ pointId: arn, storeId, kind: "point-in-time", state: "moving", earliest, windowDays }];
}

/** Returns the backups that somebody made of a table, and those that DynamoDB made of earlier ones of its name. */
export async function tableBackupsOf(
  dynamodb: DynamoDBClient,
  { storeId, table }: TablePlace,
): Promise<readonly RecoveryPoint[]> {
  const points: RecoveryPoint[] = [];
  let after: string | undefined;
  for (let pages = 0; pages < PAGES_MAX; pages += 1) {
    const { BackupSummaries = [], LastEvaluatedBackupArn } = await dynamodb.send(
      new ListBackupsCommand({
        TableName: table,
        BackupType: "ALL",
        ...(after === undefined ? {} : { ExclusiveStartBackupArn: after }),
      }),
    );
    for (const {
      BackupArn = "",
      BackupType,
      BackupCreationDateTime,
      BackupExpiryDateTime,
      BackupStatus,
    } of BackupSummaries) {
      // What AWS Backup made lies in a vault, is listed there and can only be deleted there.
      if (BackupType === "AWS_BACKUP" || BackupStatus === "DELETED") continue;
      points.push({
        pointId: BackupArn,
        storeId,
        kind: BackupType === "SYSTEM" ? "system-backup" : "table-backup",
        state: BackupStatus === "CREATING" ? "being-made" : "whole",
        earliest: (BackupCreationDateTime ?? new Date(0)).toISOString(),
        ...(BackupExpiryDateTime ? { deleteAt: BackupExpiryDateTime.toISOString() } : {}),
      });
    }
    if (LastEvaluatedBackupArn === undefined) return points;
    after = LastEvaluatedBackupArn;
  }
  throw new TooManyCopies(
    `${table} has more backups than ${PAGES_MAX} pages list: delete what nobody needs.`,
  );
}

import { type BackupClient, DescribeRestoreJobCommand, StartRestoreJobCommand } from "@aws-sdk/client-backup";
import {
  DescribeTableCommand,
  type DynamoDBClient,
  ResourceNotFoundException,
  RestoreTableFromBackupCommand,
  RestoreTableToPointInTimeCommand,
} from "@aws-sdk/client-dynamodb";
import { quarantineTable, type Restore } from "../../domain/restore/restore.ts";

/** A copy cannot be brought back, and asking again will not help; nothing was changed. */
export class CopyNotBroughtBack extends Error {
  override readonly name = "CopyNotBroughtBack";
}

/** Brings one copy into quarantine, or looks how far that is. */
export type BringBack = (restore: Restore) => Promise<"under-way" | "whole">;

export interface BringBackProps {
  readonly backup: BackupClient;
  readonly dynamodb: DynamoDBClient;
  /** What AWS Backup restores with: it may write to quarantine and nowhere else. */
  readonly roleArn: string;
  readonly bucket: string;
  /** Where each store is: a bucket's copies come back by AWS Backup, a table's by DynamoDB or AWS Backup. */
  readonly tableOf: (storeId: string) => string | undefined;
}

/**
 * Returns what brings copies back on AWS. Each call may be made again: AWS Backup knows a job by its idempotency token,
 * and DynamoDB a table by its name.
 */
export function broughtBackByAws(props: BringBackProps): BringBack {
  return async (restore) => {
    switch (broughtBackBy(restore.pointId)) {
      case "aws-backup":
        return byBackup(props, restore);
      case "point-in-time":
        return byDynamodb(props, restore, () => toPointInTime(props, restore));
      case "table-backup":
        return byDynamodb(props, restore, () => fromBackup(props, restore));
      case "export":
        throw new CopyNotBroughtBack(
          "An export is files in a bucket and no table: bring back another copy of the table, or see docs/runbook.md.",
        );
    }
  };
}

/** Returns by which calls a copy comes back, as its ARN tells. */
function broughtBackBy(pointId: string): "aws-backup" | "point-in-time" | "table-backup" | "export" {
  if (/^arn:[^:]+:dynamodb:.*\/backup\//u.test(pointId)) return "table-backup";
  if (/^arn:[^:]+:dynamodb:.*\/export\//u.test(pointId)) return "export";
  return /^arn:[^:]+:dynamodb:/u.test(pointId) ? "point-in-time" : "aws-backup";
}

/**
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/restoring-s3.html and
 *   https://docs.aws.amazon.com/aws-backup/latest/devguide/restoring-dynamodb.html for the metadata
 */
async function byBackup(props: BringBackProps, restore: Restore): Promise<"under-way" | "whole"> {
  const isTable = props.tableOf(restore.storeId) !== undefined;
  const { RestoreJobId } = await props.backup.send(
    new StartRestoreJobCommand({
      RecoveryPointArn: restore.pointId,
      IamRoleArn: props.roleArn,
      IdempotencyToken: restore.restoreId,
      ResourceType: isTable ? "DynamoDB" : "S3",
      Metadata: isTable
        ? { targetTableName: quarantineTable(restore), encryptionType: "Default" }
        : { DestinationBucketName: props.bucket, NewBucket: "false", RestoreTime: restore.copiedAt },
    }),
  );
  const { Status, StatusMessage } = await props.backup.send(new DescribeRestoreJobCommand({ RestoreJobId }));
  switch (Status) {
    case "COMPLETED":
      return "whole";
    case "PENDING":
    case "RUNNING":
      return "under-way";
    default:
      throw new CopyNotBroughtBack(
        `The restore job ${RestoreJobId} of AWS Backup ended as ${Status}: ${StatusMessage}`,
      );
  }
}

async function byDynamodb(
  { dynamodb }: BringBackProps,
  restore: Restore,
  begin: () => Promise<unknown>,
): Promise<"under-way" | "whole"> {
  const TableName = quarantineTable(restore);
  try {
    const { Table } = await dynamodb.send(new DescribeTableCommand({ TableName }));
    const isWhole = Table?.TableStatus === "ACTIVE" && Table.RestoreSummary?.RestoreInProgress !== true;
    return isWhole ? "whole" : "under-way";
  } catch (error) {
    if (!(error instanceof ResourceNotFoundException)) throw error;
  }
  await begin();
  return "under-way";
}

function fromBackup({ dynamodb }: BringBackProps, restore: Restore) {
  const named = { BackupArn: restore.pointId, TargetTableName: quarantineTable(restore) };
  return dynamodb.send(new RestoreTableFromBackupCommand(named));
}

function toPointInTime({ dynamodb, tableOf }: BringBackProps, restore: Restore) {
  const SourceTableName = tableOf(restore.storeId);
  if (SourceTableName === undefined) {
    throw new CopyNotBroughtBack(
      `Store ${restore.storeId} is no table: it has no point-in-time recovery of its own.`,
    );
  }
  return dynamodb.send(
    new RestoreTableToPointInTimeCommand({
      SourceTableName,
      TargetTableName: quarantineTable(restore),
      RestoreDateTime: new Date(restore.copiedAt),
    }),
  );
}

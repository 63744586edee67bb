import {
  DescribeExportCommand,
  type DynamoDBClient,
  type ExportDescription,
  paginateListExports,
} from "@aws-sdk/client-dynamodb";
import { ListObjectsV2Command, NoSuchBucket, type S3Client, S3ServiceException } from "@aws-sdk/client-s3";
import type { RecoveryPoint } from "../../domain/backups/recovery-point.ts";
import type { TablePlace } from "./table-copies.ts";

const DAY_MS = 86_400_000;

/** A store of files that exports of tables are kept in, by the name of its bucket. */
export interface ExportFiles {
  readonly storeId: string;
  /** Until S3's lifecycle has them gone. */
  readonly goneAfterDays: number;
}

/**
 * Returns the exports of a table whose files are still there. DynamoDB names an export for 90 days, so one that is older
 * is found where its files lie, by the clock of that store.
 *
 * @param files by bucket; an export into any other is one that nobody declared.
 */
export async function exportsOf(
  { dynamodb, s3 }: { readonly dynamodb: DynamoDBClient; readonly s3: S3Client },
  { storeId, arn }: TablePlace,
  files: ReadonlyMap<string, ExportFiles>,
): Promise<readonly RecoveryPoint[]> {
  const points: RecoveryPoint[] = [];
  for await (const { ExportSummaries = [] } of paginateListExports({ client: dynamodb }, { TableArn: arn })) {
    for (const { ExportArn } of ExportSummaries) {
      const { ExportDescription } = await dynamodb.send(new DescribeExportCommand({ ExportArn }));
      if (ExportDescription && (await areFilesThere(s3, ExportDescription)))
        points.push(pointOf(ExportDescription, storeId, files));
    }
  }
  return points;
}

function pointOf(
  { ExportArn = "", S3Bucket = "", ExportTime, ExportStatus }: ExportDescription,
  storeId: string,
  files: ReadonlyMap<string, ExportFiles>,
): RecoveryPoint {
  const made = ExportTime ?? new Date(0);
  const declared = files.get(S3Bucket);
  return {
    pointId: ExportArn,
    storeId,
    kind: "export",
    place: declared?.storeId ?? `s3://${S3Bucket}`,
    state: ExportStatus === "IN_PROGRESS" ? "being-made" : ExportStatus === "FAILED" ? "partial" : "whole",
    earliest: made.toISOString(),
    ...(declared
      ? { deleteAt: new Date(made.getTime() + declared.goneAfterDays * DAY_MS).toISOString() }
      : {}),
  };
}

/** Who may not look into the bucket cannot say that they are gone. */
async function areFilesThere(
  s3: S3Client,
  { ExportArn = "", S3Bucket, S3Prefix, ExportStatus }: ExportDescription,
): Promise<boolean> {
  if (ExportStatus === "IN_PROGRESS") return true;
  const id = ExportArn.split("/").at(-1) ?? "";
  const Prefix = [...(S3Prefix ? [S3Prefix.replace(/\/$/, "")] : []), "AWSDynamoDB", id, ""].join("/");
  try {
    const { KeyCount = 0 } = await s3.send(
      new ListObjectsV2Command({ Bucket: S3Bucket, Prefix, MaxKeys: 1 }),
    );
    return KeyCount > 0;
  } catch (error) {
    if (error instanceof NoSuchBucket) return false;
    if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 403) return true;
    throw error;
  }
}

import {
  BackupClient,
  DeleteRecoveryPointCommand,
  DescribeRecoveryPointCommand,
  InvalidRequestException,
  ListRecoveryPointsByBackupVaultCommand,
  ListRecoveryPointsByResourceCommand,
  type RecoveryPointByBackupVault,
  ResourceNotFoundException,
} from "@aws-sdk/client-backup";
import {
  type BackupSummary,
  DescribeContinuousBackupsCommand,
  DescribeExportCommand,
  DynamoDBClient,
  ListBackupsCommand,
  ListExportsCommand,
} from "@aws-sdk/client-dynamodb";
import { ListObjectsV2Command, S3Client } from "@aws-sdk/client-s3";
import { mockClient } from "aws-sdk-client-mock";
import { awsRecoveryPoints } from "../../../shared/adapters/backups/aws-recovery-points.ts";
import { PolicySchema } from "../../../shared/domain/policy/policy.ts";
import { COPIED, type CopiesAtWork } from "../../contracts/recovery-points.ts";
import { minimalPolicy } from "../../domain/policy/minimal-policy.ts";
import type { VirtualClock } from "../clock.ts";

const DAY_MS = 86_400_000;
/** Small, so that a few are several pages. */
const PAGE = 10;
const $metadata = {};

type Point = RecoveryPointByBackupVault & {
  RecoveryPointArn: string;
  ResourceArn: string;
  isLocked?: boolean;
};

/** Returns the real adapter over clients that answer as AWS Backup and DynamoDB do, from what is in memory. */
export function standInBackup(clock: VirtualClock): CopiesAtWork {
  const [backup, dynamodb, s3] = [new BackupClient({}), new DynamoDBClient({}), new S3Client({})];
  const points = new Map<string, Point>();
  const told = { hasRole: true, deletes: true };
  const inDays = (days: number) => new Date(clock.now().getTime() + days * DAY_MS);
  let made = 0;

  const keep = (point: Omit<Point, "RecoveryPointArn">, kind = ""): string => {
    made += 1;
    const RecoveryPointArn = `arn:aws:backup:eu-central-1:000000000000:recovery-point:${kind}${made}`;
    points.set(RecoveryPointArn, { RecoveryPointArn, ...point });
    return RecoveryPointArn;
  };
  answerAsBackup(backup, points, told);
  const tables = answerAsDynamodb(dynamodb, clock);
  mockClient(s3).on(ListObjectsV2Command).resolves({ KeyCount: 1 });

  return {
    points: awsRecoveryPoints(POLICY, BINDINGS, { backup, dynamodb, s3 }, clock),
    clock,
    snapshot: (storeId, keptDays, BackupVaultName = "daily") =>
      keep({
        ...{ BackupVaultName, ResourceArn: arnOf(storeId), Status: "COMPLETED", CreationDate: clock.now() },
        ...(keptDays === null ? {} : { CalculatedLifecycle: { DeleteAt: inDays(keptDays) } }),
      }),
    begin: (storeId, DeleteAfterDays) =>
      keep(
        {
          ...{ BackupVaultName: "daily", ResourceArn: arnOf(storeId), Status: "AVAILABLE" },
          ...{ CreationDate: clock.now(), Lifecycle: { DeleteAfterDays } },
        },
        "continuous:photos-",
      ),
    changeWindow(pointId, windowDays) {
      const old = points.get(pointId);
      if (!old) throw new Error(`There is no ${pointId}.`);
      const DeleteAt = inDays(old.Lifecycle?.DeleteAfterDays ?? 0);
      points.set(pointId, { ...old, Status: "STOPPED", CalculatedLifecycle: { DeleteAt } });
      return this.begin(COPIED.bucket, windowDays);
    },
    ...tables,
    ageOut() {
      for (const [arn, point] of points) {
        const { DeleteAt } = point.CalculatedLifecycle ?? {};
        if (DeleteAt === undefined || DeleteAt > clock.now()) continue;
        if (told.hasRole) points.delete(arn);
        else points.set(arn, { ...point, Status: "EXPIRED" });
      }
    },
    loseRole: () => {
      told.hasRole = false;
    },
    deleteNothing: () => {
      told.deletes = false;
    },
    lock: (pointId) => {
      const point = points.get(pointId);
      if (point) point.isLocked = true;
    },
  };
}

function answerAsBackup(
  backup: BackupClient,
  points: Map<string, Point>,
  told: { readonly deletes: boolean },
): void {
  const gone = () => new ResourceNotFoundException({ message: "no such recovery point", $metadata });
  const page = <Listed>(all: readonly Listed[], token = "0") => {
    const from = Number(token);
    const NextToken = from + PAGE < all.length ? { NextToken: String(from + PAGE) } : {};
    return { RecoveryPoints: all.slice(from, from + PAGE), ...NextToken };
  };
  mockClient(backup)
    .on(ListRecoveryPointsByResourceCommand)
    .callsFake(async ({ ResourceArn, NextToken }: ListRecoveryPointsByResourceCommand["input"]) => {
      const of = [...points.values()].filter((point) => point.ResourceArn === ResourceArn);
      // This list says of none when it ends.
      return page(
        of.map(({ RecoveryPointArn, BackupVaultName, CreationDate, Status }) => ({
          ...{ RecoveryPointArn, BackupVaultName, CreationDate, Status },
        })),
        NextToken,
      );
    })
    .on(ListRecoveryPointsByBackupVaultCommand)
    .callsFake(async (input: ListRecoveryPointsByBackupVaultCommand["input"]) => {
      const { BackupVaultName, ByResourceArn, NextToken } = input;
      const of = [...points.values()].filter((point) => point.BackupVaultName === BackupVaultName);
      return page(
        of.filter(({ ResourceArn }) => ByResourceArn === undefined || ResourceArn === ByResourceArn),
        NextToken,
      );
    })
    .on(DescribeRecoveryPointCommand)
    .callsFake(async ({ RecoveryPointArn = "" }: DescribeRecoveryPointCommand["input"]) => {
      const point = points.get(RecoveryPointArn);
      if (!point) throw gone();
      return point;
    })
    .on(DeleteRecoveryPointCommand)
    .callsFake(async ({ RecoveryPointArn = "" }: DeleteRecoveryPointCommand["input"]) => {
      const point = points.get(RecoveryPointArn);
      if (!point) throw gone();
      if (point.isLocked) throw new InvalidRequestException({ message: "vault lock", $metadata });
      if (told.deletes) points.delete(RecoveryPointArn);
      else points.set(RecoveryPointArn, { ...point, Status: "EXPIRED" });
      return {};
    });
}

function answerAsDynamodb(dynamodb: DynamoDBClient, clock: VirtualClock) {
  const windows = new Map<string, { readonly days: number; readonly began: Date }>();
  const backups: BackupSummary[] = [];
  const exports: { readonly arn: string; readonly table: string; readonly at: Date }[] = [];
  const keep = (storeId: string, summary: Partial<BackupSummary>): string => {
    const BackupArn = `${arnOf(storeId)}/backup/${backups.length}`;
    backups.push({
      ...{ BackupArn, TableName: storeId, BackupCreationDateTime: clock.now(), BackupStatus: "AVAILABLE" },
      ...summary,
    });
    return BackupArn;
  };
  mockClient(dynamodb)
    .on(DescribeContinuousBackupsCommand)
    .callsFake(async ({ TableName = "" }: DescribeContinuousBackupsCommand["input"]) => {
      const window = windows.get(TableName);
      const back = window && new Date(clock.now().getTime() - window.days * DAY_MS);
      const PointInTimeRecoveryDescription = window
        ? {
            PointInTimeRecoveryStatus: "ENABLED",
            RecoveryPeriodInDays: window.days,
            EarliestRestorableDateTime: back && back > window.began ? back : window.began,
          }
        : { PointInTimeRecoveryStatus: "DISABLED" };
      return { ContinuousBackupsDescription: { PointInTimeRecoveryDescription } };
    })
    .on(ListBackupsCommand)
    .callsFake(async ({ TableName }: ListBackupsCommand["input"]) => ({
      BackupSummaries: backups.filter((summary) => summary.TableName === TableName),
    }))
    .on(ListExportsCommand)
    .callsFake(async ({ TableArn }: ListExportsCommand["input"]) => ({
      ExportSummaries: exports
        .filter(({ table }) => table === TableArn)
        .map(({ arn: ExportArn }) => ({ ExportArn })),
    }))
    .on(DescribeExportCommand)
    .callsFake(async ({ ExportArn }: DescribeExportCommand["input"]) => ({
      ExportDescription: {
        ...{ ExportArn, S3Bucket: "somewhere", ExportStatus: "COMPLETED" },
        ExportTime: exports.find(({ arn }) => arn === ExportArn)?.at,
      },
    }));
  return {
    pointInTime: (storeId: string, days: number) => {
      windows.set(storeId, { days, began: clock.now() });
    },
    backUpTable: (storeId: string) => keep(storeId, { BackupType: "USER" }),
    deleteTableOfThatName: (storeId: string) =>
      keep(storeId, {
        BackupType: "SYSTEM",
        BackupExpiryDateTime: new Date(clock.now().getTime() + 35 * DAY_MS),
      }),
    exportTable: (storeId: string) => {
      const arn = `${arnOf(storeId)}/export/${exports.length}`;
      exports.push({ arn, table: arnOf(storeId), at: clock.now() });
      return arn;
    },
  };
}

function arnOf(storeId: string): string {
  return storeId === COPIED.bucket
    ? `arn:aws:s3:::${storeId}`
    : `arn:aws:dynamodb:eu-central-1:0:table/${storeId}`;
}

const partitionKey = { attribute: "owner", template: "SUBJECT#{subject}" };
const POLICY = PolicySchema.parse({
  ...minimalPolicy,
  stores: [
    {
      id: COPIED.bucket,
      kind: "s3",
      keyTemplate: "users/{subject}/…",
      versioned: true,
      categories: ["picture"],
    },
    { id: COPIED.table, kind: "dynamodb", partitionKey, categories: ["picture"] },
    { id: COPIED.other, kind: "dynamodb", partitionKey, categories: ["picture"] },
    { id: COPIED.accounts, kind: "cognito", username: "{subject}", categories: ["account"] },
  ],
});
const BINDINGS = {
  stores: Object.fromEntries(
    Object.values(COPIED).map((id) => [
      id,
      { id, arn: arnOf(id), region: "eu-central-1", account: "000000000000", owned: true },
    ]),
  ),
};

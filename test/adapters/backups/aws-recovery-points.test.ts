import {
  BackupClient,
  BackupServiceException,
  DeleteRecoveryPointCommand,
  DescribeRecoveryPointCommand,
  ListRecoveryPointsByBackupVaultCommand,
  ListRecoveryPointsByResourceCommand,
} from "@aws-sdk/client-backup";
import {
  DescribeContinuousBackupsCommand,
  DescribeExportCommand,
  DynamoDBClient,
  ListBackupsCommand,
  ListExportsCommand,
} from "@aws-sdk/client-dynamodb";
import { ListObjectsV2Command, NoSuchBucket, S3Client, S3ServiceException } from "@aws-sdk/client-s3";
import { mockClient } from "aws-sdk-client-mock";
import { beforeEach, describe, expect, it } from "vitest";
import { awsRecoveryPoints, StoreNotPlaced } from "../../../shared/adapters/backups/aws-recovery-points.ts";
import { TooManyCopies } from "../../../shared/adapters/backups/table-copies.ts";
import { PolicySchema } from "../../../shared/domain/policy/policy.ts";
import { minimalPolicy } from "../../domain/policy/minimal-policy.ts";
import { virtualClock } from "../../world/clock.ts";

const $metadata = {};
const POINT = "arn:aws:backup:eu-central-1:000000000000:recovery-point:1";
const TABLE = "arn:aws:dynamodb:eu-central-1:000000000000:table/rows";
const EXPORT = `${TABLE}/export/0123`;
const CREATED = new Date("2026-11-01T00:00:00.000Z");

describe("the copies of AWS", () => {
  const clients = { backup: new BackupClient({}), dynamodb: new DynamoDBClient({}), s3: new S3Client({}) };
  const [backup, dynamodb, s3] = [
    mockClient(clients.backup),
    mockClient(clients.dynamodb),
    mockClient(clients.s3),
  ];
  const points = awsRecoveryPoints(POLICY, BINDINGS, clients, virtualClock());
  const inVault = { storeId: "rows", pointId: POINT, kind: "snapshot", place: "daily" } as const;

  beforeEach(() => {
    for (const mock of [backup, dynamodb, s3]) mock.reset();
    backup.on(ListRecoveryPointsByResourceCommand).resolves({});
    dynamodb.on(DescribeContinuousBackupsCommand).resolves({});
    dynamodb.on(ListBackupsCommand).resolves({});
    dynamodb.on(ListExportsCommand).resolves({});
  });

  it("that lie in no vault are there, without an end; what DynamoDB made it lists itself", async () => {
    const RecoveryPoints = [
      { RecoveryPointArn: POINT, CreationDate: CREATED },
      { RecoveryPointArn: `${TABLE}/backup/1`, CreationDate: CREATED },
    ];
    backup.on(ListRecoveryPointsByResourceCommand).resolves({ RecoveryPoints });
    expect(await points.listOf("rows")).toEqual([
      {
        ...{ pointId: POINT, storeId: "rows", kind: "snapshot" },
        state: "whole",
        earliest: CREATED.toISOString(),
      },
    ]);
  });

  it("that AWS Backup made of a table are listed once, by AWS Backup", async () => {
    const BackupSummaries = [{ BackupArn: `${TABLE}/backup/1`, BackupType: "AWS_BACKUP" as const }];
    dynamodb.on(ListBackupsCommand).resolves({ BackupSummaries });
    expect(await points.listOf("rows")).toEqual([]);
  });

  it.each([
    ["CREATING", "being-made"],
    ["PARTIAL", "partial"],
    ["DELETING", "being-deleted"],
    ["SOMETHING_NEW", "whole"],
  ])("in the state %s are there", async (Status, state) => {
    backup
      .on(ListRecoveryPointsByResourceCommand)
      .resolves({ RecoveryPoints: [{ BackupVaultName: "daily" }] })
      .on(ListRecoveryPointsByBackupVaultCommand, { BackupVaultName: "daily", ByResourceArn: TABLE })
      .callsFake(async () => ({
        RecoveryPoints: [{ RecoveryPointArn: POINT, CreationDate: CREATED, Status }],
      }));
    expect(await points.listOf("rows")).toMatchObject([{ state }]);
  });

  it("that may not be deleted by this caller say so; any other failure is one", async () => {
    const failing = (name: string) =>
      backup
        .on(DeleteRecoveryPointCommand)
        .rejects(new BackupServiceException({ name, $fault: "client", message: name, $metadata }));
    failing("AccessDeniedException");
    expect(await points.delete(inVault)).toBe("denied");
    failing("ServiceUnavailableException");
    await expect(points.delete(inVault)).rejects.toThrow("ServiceUnavailableException");
  });

  it("whose reading fails are not taken for gone", async () => {
    backup.on(DescribeRecoveryPointCommand).rejects(new Error("throttled"));
    await expect(points.read(inVault)).rejects.toThrow("throttled");
  });

  describe("as exports", () => {
    const exported = (S3Bucket: string, more: object = {}) => {
      dynamodb.on(ListExportsCommand).resolves({ ExportSummaries: [{ ExportArn: EXPORT }] });
      dynamodb.on(DescribeExportCommand).resolves({
        ExportDescription: {
          ExportArn: EXPORT,
          S3Bucket,
          S3Prefix: "exports/",
          ExportTime: CREATED,
          ...more,
        },
      });
    };

    it("in a declared store end with its files", async () => {
      exported("files-bucket");
      s3.on(ListObjectsV2Command, { Bucket: "files-bucket", Prefix: "exports/AWSDynamoDB/0123/" }).resolves({
        KeyCount: 1,
      });
      expect(await points.listOf("rows")).toMatchObject([
        { kind: "export", place: "files", deleteAt: "2026-11-13T00:00:00.000Z" },
      ]);
    });

    it("are gone when their files are", async () => {
      exported("files-bucket");
      s3.on(ListObjectsV2Command).resolves({ KeyCount: 0 });
      expect(await points.listOf("rows")).toEqual([]);
      s3.on(ListObjectsV2Command).rejects(new NoSuchBucket({ message: "no such bucket", $metadata }));
      expect(await points.listOf("rows")).toEqual([]);
    });

    it("into a bucket that nobody lets us look into are there, and one that is being made", async () => {
      exported("somebodys");
      const denied = { name: "AccessDenied", $fault: "client", $metadata: { httpStatusCode: 403 } } as const;
      s3.on(ListObjectsV2Command).rejects(new S3ServiceException({ ...denied, message: "denied" }));
      expect(await points.listOf("rows")).toMatchObject([{ place: "s3://somebodys" }]);
      exported("somebodys", { ExportStatus: "IN_PROGRESS" });
      expect(await points.listOf("rows")).toMatchObject([{ state: "being-made" }]);
      exported("somebodys", { ExportStatus: "FAILED" });
      expect(await points.listOf("rows")).toMatchObject([{ state: "partial" }]);
    });

    it("that cannot be looked for are not taken for gone", async () => {
      exported("files-bucket");
      s3.on(ListObjectsV2Command).rejects(new Error("throttled"));
      await expect(points.listOf("rows")).rejects.toThrow("throttled");
    });
  });

  it("of a store that nobody knows the place of are not none", async () => {
    await expect(points.listOf("nowhere")).rejects.toThrow(StoreNotPlaced);
    const withoutPlace = awsRecoveryPoints(POLICY, { stores: {} }, clients, virtualClock());
    await expect(withoutPlace.listOf("rows")).rejects.toThrow(StoreNotPlaced);
  });

  it("are not counted as all where a listing never ends", async () => {
    dynamodb.on(ListBackupsCommand).resolves({ LastEvaluatedBackupArn: `${TABLE}/backup/1` });
    await expect(points.listOf("rows")).rejects.toThrow(TooManyCopies);
  });
});

const POLICY = PolicySchema.parse({
  ...minimalPolicy,
  stores: [
    {
      ...{ id: "rows", kind: "dynamodb", categories: ["picture"] },
      partitionKey: { attribute: "owner", template: "SUBJECT#{subject}" },
    },
    {
      ...{ id: "files", kind: "aged-files", prefix: "exports/", exportsOf: "rows", retentionDays: 10 },
      categories: ["picture"],
    },
  ],
});
const place = { region: "eu-central-1", account: "000000000000", owned: true };
const BINDINGS = {
  stores: {
    rows: { ...place, id: "rows", arn: TABLE },
    files: { ...place, id: "files-bucket", arn: "arn:aws:s3:::files-bucket" },
  },
};

import { BackupClient, DescribeRestoreJobCommand, StartRestoreJobCommand } from "@aws-sdk/client-backup";
import {
  DescribeTableCommand,
  DynamoDBClient,
  ResourceNotFoundException,
  RestoreTableFromBackupCommand,
  RestoreTableToPointInTimeCommand,
} from "@aws-sdk/client-dynamodb";
import { mockClient } from "aws-sdk-client-mock";
import { beforeEach, describe, expect, it } from "vitest";
import { broughtBackByAws, CopyNotBroughtBack } from "../../../shared/adapters/quarantine/bring-back.ts";
import { recordedRestore } from "../../../shared/adapters/quarantine/recorded-restore.ts";
import { newRestore, quarantineTable } from "../../../shared/domain/restore/restore.ts";

const backup = mockClient(BackupClient);
const dynamodb = mockClient(DynamoDBClient);
const TABLE = "arn:aws:dynamodb:eu-central-1:1:table/catalogue";
const bringBack = broughtBackByAws({
  backup: new BackupClient({}),
  dynamodb: new DynamoDBClient({}),
  roleArn: "arn:role",
  bucket: "quarantine",
  tableOf: (storeId) => (storeId === "catalogue" ? "catalogue" : undefined),
});
const of = (storeId: string, pointId: string) => {
  const copiedAt = "2026-11-20T10:00:00.000Z";
  const about = {
    service: "dream-portraits",
    region: "eu-central-1",
    storeId,
    slot: storeId,
    pointId,
    copiedAt,
  };
  return newRestore(about, new Date("2026-11-23T10:00:00.000Z"));
};

beforeEach(() => {
  backup.reset();
  dynamodb.reset();
  backup.on(StartRestoreJobCommand).resolves({ RestoreJobId: "job-1" });
});

describe("a recovery point of AWS Backup", () => {
  const point = of("portraits", "arn:aws:backup:eu-central-1:1:recovery-point:1");

  it("comes back to the bucket of quarantine and no other, by one job however often it is asked for", async () => {
    backup
      .on(DescribeRestoreJobCommand)
      .resolvesOnce({ Status: "RUNNING" })
      .resolves({ Status: "COMPLETED" });
    expect([await bringBack(point), await bringBack(point)]).toEqual(["under-way", "whole"]);
    for (const call of backup.commandCalls(StartRestoreJobCommand)) {
      expect(call.args[0].input).toMatchObject({
        RecoveryPointArn: point.pointId,
        IamRoleArn: "arn:role",
        IdempotencyToken: point.restoreId,
        ResourceType: "S3",
        Metadata: { DestinationBucketName: "quarantine", NewBucket: "false", RestoreTime: point.copiedAt },
      });
    }
  });

  it("of a table comes back to a table that is named after its restore", async () => {
    backup.on(DescribeRestoreJobCommand).resolves({ Status: "PENDING" });
    const ofTable = of("catalogue", "arn:aws:backup:eu-central-1:1:recovery-point:2");
    expect(await bringBack(ofTable)).toBe("under-way");
    expect(backup.commandCalls(StartRestoreJobCommand)[0]?.args[0].input).toMatchObject({
      ResourceType: "DynamoDB",
      Metadata: { targetTableName: quarantineTable(ofTable) },
    });
  });

  it.each([{ Status: "FAILED" }, { Status: "ABORTED" }, {}] as const)(
    "is not taken for whole if its job says %j",
    async (said) => {
      backup.on(DescribeRestoreJobCommand).resolves(said);
      await expect(bringBack(point)).rejects.toThrow(CopyNotBroughtBack);
    },
  );
});

describe("what DynamoDB keeps of a table", () => {
  const gone = new ResourceNotFoundException({ message: "no", $metadata: {} });

  it("comes back as of a moment, and is whole when DynamoDB says so and not sooner", async () => {
    const point = of("catalogue", TABLE);
    dynamodb
      .on(DescribeTableCommand)
      .rejectsOnce(gone)
      .resolvesOnce({ Table: { TableStatus: "CREATING" } })
      .resolvesOnce({
        Table: {
          TableStatus: "ACTIVE",
          RestoreSummary: { RestoreInProgress: true, RestoreDateTime: new Date() },
        },
      })
      .resolves({ Table: { TableStatus: "ACTIVE" } });
    const answers = [
      await bringBack(point),
      await bringBack(point),
      await bringBack(point),
      await bringBack(point),
    ];
    expect(answers).toEqual(["under-way", "under-way", "under-way", "whole"]);
    expect(dynamodb.commandCalls(RestoreTableToPointInTimeCommand).map(({ args }) => args[0].input)).toEqual([
      {
        SourceTableName: "catalogue",
        TargetTableName: quarantineTable(point),
        RestoreDateTime: new Date(point.copiedAt),
      },
    ]);
  });

  it("comes back from a backup of it, and an export does not", async () => {
    dynamodb.on(DescribeTableCommand).rejects(gone);
    const point = of("catalogue", `${TABLE}/backup/01`);
    await bringBack(point);
    expect(dynamodb.commandCalls(RestoreTableFromBackupCommand)[0]?.args[0].input).toEqual({
      BackupArn: point.pointId,
      TargetTableName: quarantineTable(point),
    });
    await expect(bringBack(of("catalogue", `${TABLE}/export/01`))).rejects.toThrow(CopyNotBroughtBack);
  });
});

describe("what CloudTrail records of a restore", () => {
  const event = (detail: unknown) => ({
    "detail-type": "AWS API Call via CloudTrail",
    source: "aws.dynamodb",
    detail,
  });

  it("says from what and to where, whichever call it was", () => {
    const requestParameters = { sourceTableName: "a", targetTableName: "b" };
    expect(
      recordedRestore(event({ eventName: "RestoreTableToPointInTime", requestParameters, userIdentity: {} })),
    ).toEqual({
      call: "RestoreTableToPointInTime",
      from: ["a"],
      to: "b",
    });
    const job = { recoveryPointArn: "arn:1", metadata: { DestinationBucketName: "c" } };
    expect(recordedRestore(event({ eventName: "StartRestoreJob", requestParameters: job }))).toMatchObject({
      from: ["arn:1"],
      to: "c",
    });
    const imported = { tableCreationParameters: { tableName: "d" } };
    expect(recordedRestore(event({ eventName: "ImportTable", requestParameters: imported }))).toMatchObject({
      from: [],
      to: "d",
    });
  });

  it("is nothing if AWS refused the call, and no recorded call is none", () => {
    expect(recordedRestore(event({ eventName: "ImportTable", errorCode: "AccessDenied" }))).toBe("failed");
    expect(recordedRestore({ "detail-type": "Scheduled Event" })).toBeUndefined();
    expect(recordedRestore("a text")).toBeUndefined();
  });
});

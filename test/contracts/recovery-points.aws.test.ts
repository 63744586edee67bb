import { BackupClient } from "@aws-sdk/client-backup";
import {
  CreateBackupCommand,
  DeleteBackupCommand,
  DynamoDBClient,
  UpdateContinuousBackupsCommand,
} from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { awsRecoveryPoints } from "../../shared/adapters/backups/aws-recovery-points.ts";
import { PolicySchema } from "../../shared/domain/policy/policy.ts";
import { readCopies } from "../../shared/operations/watch-copies.ts";
import { minimalPolicy } from "../domain/policy/minimal-policy.ts";
import { startBareEmbeddedAws } from "../embedded-aws.ts";
import { newKeyedTable } from "../keyed-table.ts";

describe("copies of a table on the embedded AWS", () => {
  let aws: Awaited<ReturnType<typeof startBareEmbeddedAws>>;
  beforeAll(async () => {
    aws = await startBareEmbeddedAws();
  });
  afterAll(() => aws.stop());

  it("are found when somebody makes one, and not when they are deleted", async () => {
    const dynamodb = new DynamoDBClient(aws.clientConfig);
    const [, table] = await newKeyedTable(aws, "rows");
    const clients = {
      backup: new BackupClient(aws.clientConfig),
      dynamodb,
      s3: new S3Client(aws.clientConfig),
    };
    const place = { region: aws.region, account: "000000000000", owned: true };
    const arn = `arn:aws:dynamodb:${aws.region}:000000000000:table/${table}`;
    const bindings = { stores: { rows: { ...place, id: table, arn } } };
    const points = awsRecoveryPoints(POLICY, bindings, clients, { now: () => new Date() });
    expect(await points.listOf("rows")).toEqual([]);

    const { BackupDetails } = await dynamodb.send(
      new CreateBackupCommand({ TableName: table, BackupName: "by-hand" }),
    );
    await dynamodb.send(
      new UpdateContinuousBackupsCommand({
        TableName: table,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      }),
    );
    const found = await readCopies(points, POLICY, new Date());
    expect(found.map(({ point, judgement }) => `${point.kind} ${judgement.is}`).toSorted()).toEqual([
      "point-in-time undeclared",
      "table-backup undeclared",
    ]);

    await dynamodb.send(new DeleteBackupCommand({ BackupArn: BackupDetails?.BackupArn }));
    expect((await points.listOf("rows")).map(({ kind }) => kind)).toEqual(["point-in-time"]);
  });
});

const POLICY = PolicySchema.parse({
  ...minimalPolicy,
  stores: [
    {
      ...{ id: "rows", kind: "dynamodb", categories: ["picture"] },
      partitionKey: { attribute: "pk", template: "SUBJECT#{subject}" },
    },
  ],
});

import { CreateTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { CreateKeyCommand, KMSClient } from "@aws-sdk/client-kms";
import { CreateBucketCommand, PutObjectLockConfigurationCommand, S3Client } from "@aws-sdk/client-s3";
import { CreateQueueCommand, SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dynamodbDecisions } from "../../shared/adapters/aws/dynamodb-decisions.ts";
import { dynamodbDisclosures } from "../../shared/adapters/aws/dynamodb-disclosures.ts";
import { dynamodbHolds } from "../../shared/adapters/aws/dynamodb-holds.ts";
import { dynamodbLedger } from "../../shared/adapters/aws/dynamodb-ledger.ts";
import { dynamodbProcessorAsks } from "../../shared/adapters/aws/dynamodb-processor-asks.ts";
import { dynamodbRequestRegister } from "../../shared/adapters/aws/dynamodb-request-register.ts";
import { dynamodbTasks } from "../../shared/adapters/aws/dynamodb-tasks.ts";
import { dynamodbTombstones } from "../../shared/adapters/aws/dynamodb-tombstones.ts";
import { dynamodbTree } from "../../shared/adapters/aws/dynamodb-tree.ts";
import { kmsSigner } from "../../shared/adapters/aws/kms-signer.ts";
import { kmsSubjectKeys } from "../../shared/adapters/aws/kms-subject-keys.ts";
import { s3Anchors } from "../../shared/adapters/aws/s3-anchors.ts";
import { s3Records } from "../../shared/adapters/aws/s3-records.ts";
import { sqsDeadLetters } from "../../shared/adapters/aws/sqs-dead-letters.ts";
import { startBareEmbeddedAws } from "../embedded-aws.ts";
import { virtualClock } from "../world/clock.ts";
import { decisionsContract } from "./decisions.ts";
import { disclosuresContract } from "./disclosures.ts";
import { anchorsContract, ledgerContract, signerContract, treeContract } from "./evidence.ts";
import { holdsContract } from "./holds.ts";
import { processorAsksContract } from "./processor-asks.ts";
import { recordsContract } from "./records.ts";
import { requestRegisterContract } from "./request-register.ts";
import { tasksContract } from "./tasks.ts";
import { tombstonesContract } from "./tombstones.ts";

describe("on the embedded AWS", () => {
  let aws: Awaited<ReturnType<typeof startBareEmbeddedAws>>;
  let made = 0;

  beforeAll(async () => {
    aws = await startBareEmbeddedAws();
  });
  afterAll(() => aws.stop());

  const newTable = async (keys: readonly ("pk" | "sk")[]) => {
    const dynamodb = new DynamoDBClient(aws.clientConfig);
    made += 1;
    const TableName = `table-${made}`;
    await dynamodb.send(
      new CreateTableCommand({
        TableName,
        BillingMode: "PAY_PER_REQUEST",
        AttributeDefinitions: keys.map((AttributeName) => ({ AttributeName, AttributeType: "S" })),
        KeySchema: keys.map((AttributeName) => ({
          AttributeName,
          KeyType: AttributeName === "pk" ? "HASH" : "RANGE",
        })),
      }),
    );
    const documents = DynamoDBDocumentClient.from(dynamodb, {
      marshallOptions: { removeUndefinedValues: true },
    });
    return { documents, TableName };
  };

  requestRegisterContract(async () => {
    const { documents, TableName } = await newTable(["pk", "sk"]);
    return dynamodbRequestRegister(documents, TableName);
  });

  tasksContract(async () => {
    const { documents, TableName } = await newTable(["pk", "sk"]);
    return dynamodbTasks(documents, TableName);
  });

  tombstonesContract(async () => {
    const { documents, TableName } = await newTable(["pk"]);
    return dynamodbTombstones(documents, TableName);
  });

  holdsContract(async () => {
    const { documents, TableName } = await newTable(["pk", "sk"]);
    return dynamodbHolds(documents, TableName);
  });

  decisionsContract(async () => {
    const { documents, TableName } = await newTable(["pk", "sk"]);
    return dynamodbDecisions(documents, TableName);
  });

  disclosuresContract(async () => {
    const { documents, TableName } = await newTable(["pk", "sk"]);
    return dynamodbDisclosures(documents, TableName);
  });
  processorAsksContract(async () => {
    const { documents, TableName } = await newTable(["pk", "sk"]);
    return dynamodbProcessorAsks(documents, TableName);
  });

  recordsContract(async () => {
    const s3 = new S3Client(aws.clientConfig);
    made += 1;
    await s3.send(new CreateBucketCommand({ Bucket: `records-${made}` }));
    return s3Records(s3, `records-${made}`);
  });

  ledgerContract(async () => {
    const { documents, TableName } = await newTable(["pk", "sk"]);
    const identity = {
      service: "dream-portraits",
      region: aws.region,
      clock: virtualClock(),
      keptDays: 2_190,
    };
    return dynamodbLedger(documents, TableName, identity);
  });

  treeContract(async () => {
    const { documents, TableName } = await newTable(["pk", "sk"]);
    return dynamodbTree(documents, TableName);
  });

  signerContract(async () => {
    const kms = new KMSClient(aws.clientConfig);
    const { KeyMetadata } = await kms.send(
      new CreateKeyCommand({ KeySpec: "ECC_NIST_P256", KeyUsage: "SIGN_VERIFY" }),
    );
    return kmsSigner(kms, KeyMetadata?.Arn ?? "");
  });

  anchorsContract(async () => {
    const s3 = new S3Client(aws.clientConfig);
    made += 1;
    const Bucket = `anchors-${made}`;
    await s3.send(new CreateBucketCommand({ Bucket, ObjectLockEnabledForBucket: true }));
    const DefaultRetention = { Mode: "GOVERNANCE", Days: 1 } as const;
    await s3.send(
      new PutObjectLockConfigurationCommand({
        Bucket,
        ObjectLockConfiguration: { ObjectLockEnabled: "Enabled", Rule: { DefaultRetention } },
      }),
    );
    return s3Anchors(s3, Bucket);
  });

  it("counts the calls that failed and says how old they are, and takes none away", async () => {
    const sqs = new SQSClient(aws.clientConfig);
    const { QueueUrl = "" } = await sqs.send(new CreateQueueCommand({ QueueName: "undelivered" }));
    const letters = sqsDeadLetters(sqs, QueueUrl, () => new Date(Date.now() + 60_000));
    expect([await letters.count(), await letters.oldestAgeSeconds()]).toEqual([0, undefined]);
    for (const MessageBody of ["one", "other"])
      await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody }));

    expect(await letters.count()).toBe(2);
    expect(await letters.oldestAgeSeconds()).toBeGreaterThanOrEqual(59);
    expect(await letters.count()).toBe(2);
  });

  it("makes one subject key however many processes ask at once, and unwraps the same one later", async () => {
    const { documents, TableName } = await newTable(["pk"]);
    const kms = new KMSClient(aws.clientConfig);
    const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
    const process = () => kmsSubjectKeys(documents, TableName, kms, KeyMetadata?.Arn ?? "");

    const keys = await Promise.all([1, 2, 3].map(() => process().current()));
    const later = await process().current();

    expect(later.key).toHaveLength(32);
    expect(later.version).toBe(1);
    for (const key of keys) expect(key).toEqual(later);
  });
});

import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  ProvisionedThroughputExceededException,
} from "@aws-sdk/client-dynamodb";
import {
  DecryptCommand,
  GenerateDataKeyWithoutPlaintextCommand,
  KMSClient,
  KMSInvalidStateException,
} from "@aws-sdk/client-kms";
import { InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { GetObjectCommand, NoSuchKey, S3Client } from "@aws-sdk/client-s3";
import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  SFNClient,
  StartExecutionCommand,
} from "@aws-sdk/client-sfn";
import { DynamoDBDocumentClient, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { mockClient } from "aws-sdk-client-mock";
import { beforeEach, describe, expect, it } from "vitest";
import { dynamodbTombstones } from "../../../shared/adapters/aws/dynamodb-tombstones.ts";
import { kmsSubjectKeys } from "../../../shared/adapters/aws/kms-subject-keys.ts";
import { lambdaDrainSignal } from "../../../shared/adapters/aws/lambda-drain-signal.ts";
import { s3Records } from "../../../shared/adapters/aws/s3-records.ts";
import { stepFunctionsExecutions } from "../../../shared/adapters/aws/step-functions-executions.ts";
import { requestNumber } from "../../world/requests.ts";

const dynamodb = mockClient(DynamoDBDocumentClient);
const kms = mockClient(KMSClient);
const sfn = mockClient(SFNClient);
const s3 = mockClient(S3Client);
const documents = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const $metadata = {};

beforeEach(() => {
  for (const client of [dynamodb, kms, sfn, s3]) client.reset();
});

describe("subject keys under KMS", () => {
  const keys = () => kmsSubjectKeys(documents, "keys", new KMSClient({}), "arn:key");

  it("unwraps once for many references", async () => {
    dynamodb.on(GetCommand).resolves({ Item: { version: 3, wrapped: "AAAA" } });
    kms.on(DecryptCommand).resolves({ Plaintext: new Uint8Array(32) });
    const subjectKeys = keys();

    await subjectKeys.current();
    expect(await subjectKeys.current()).toEqual({ version: 3, key: new Uint8Array(32) });
    expect(kms.commandCalls(DecryptCommand)).toHaveLength(1);
  });

  it("asks KMS again after it has failed", async () => {
    dynamodb.on(GetCommand).resolves({ Item: { version: 1, wrapped: "AAAA" } });
    kms
      .on(DecryptCommand)
      .rejectsOnce(new KMSInvalidStateException({ message: "disabled", $metadata }))
      .resolves({ Plaintext: new Uint8Array(32) });
    const subjectKeys = keys();

    await expect(subjectKeys.current()).rejects.toThrow(KMSInvalidStateException);
    expect((await subjectKeys.current()).version).toBe(1);
  });

  it("takes the key that another process made first", async () => {
    dynamodb
      .on(GetCommand)
      .resolvesOnce({})
      .resolves({ Item: { version: 1, wrapped: "BBBB" } });
    dynamodb.on(PutCommand).rejects(new ConditionalCheckFailedException({ message: "there", $metadata }));
    kms.on(GenerateDataKeyWithoutPlaintextCommand).resolves({ CiphertextBlob: new Uint8Array([1]) });
    kms.on(DecryptCommand).resolves({ Plaintext: new Uint8Array(32) });

    await keys().current();

    const unwrapped = kms.commandCalls(DecryptCommand)[0]?.args[0].input.CiphertextBlob;
    expect(Buffer.from(unwrapped ?? []).toString("base64")).toBe("BBBB");
  });

  it("refuses a key of another length", async () => {
    dynamodb.on(GetCommand).resolves({ Item: { version: 1, wrapped: "AAAA" } });
    kms.on(DecryptCommand).resolves({ Plaintext: new Uint8Array(16) });
    await expect(keys().current()).rejects.toThrow("did not unwrap to 32 bytes");
  });
});

describe("executions in Step Functions", () => {
  const arn = "arn:aws:states:eu-central-1:000000000000:stateMachine:erasure";
  const executions = stepFunctionsExecutions(new SFNClient({}), arn);
  const request = requestNumber(1, { attempt: 2 });

  it("starts one that is named by request and attempt, and told nothing of the person", async () => {
    sfn.on(StartExecutionCommand).resolves({});
    await executions.start(request);

    const started = sfn.commandCalls(StartExecutionCommand)[0]?.args[0].input;
    expect(started?.name).toBe(`${request.requestId}-2`);
    expect(JSON.parse(started?.input ?? "")).toEqual({
      schema: "lethe.execution/1",
      service: "dream-portraits",
      region: "eu-central-1",
      requestId: request.requestId,
      attempt: 2,
    });
  });

  it("takes one that has run already for started", async () => {
    sfn.on(StartExecutionCommand).rejects(new ExecutionAlreadyExists({ message: "ran", $metadata }));
    await expect(executions.start(request)).resolves.toBeUndefined();
  });

  it.each([
    ["RUNNING", "running"],
    ["PENDING_REDRIVE", "running"],
    ["SUCCEEDED", "ended"],
    ["ABORTED", "ended"],
  ] as const)("reads %s as %s", async (status, expected) => {
    sfn.on(DescribeExecutionCommand).resolves({ status });
    expect(await executions.statusOf(request)).toBe(expected);
  });

  it("reads one that was never started as absent", async () => {
    sfn.on(DescribeExecutionCommand).rejects(new ExecutionDoesNotExist({ message: "no", $metadata }));
    expect(await executions.statusOf(request)).toBe("absent");
  });
});

describe("records in S3", () => {
  const records = s3Records(new S3Client({}), "records");

  it("reads a missing document as none", async () => {
    s3.on(GetObjectCommand).rejects(new NoSuchKey({ message: "no", $metadata }));
    expect(await records.readCertificate("certificates/req_1/1.json")).toBeUndefined();
  });

  it("refuses a policy whose text does not have the digest it is named by", async () => {
    const Body = { transformToString: async () => '{"schema":"lethe.policy/1"}' };
    s3.on(GetObjectCommand).callsFake(async () => ({ Body }));
    await expect(records.readPolicy("0".repeat(64))).rejects.toThrow(/does not have the digest/);
  });
});

describe("tombstones in DynamoDB", () => {
  it("pass on a throttle instead of taking it for a tombstone that stands", async () => {
    const throttled = new ProvisionedThroughputExceededException({ message: "slow down", $metadata });
    dynamodb.on(PutCommand).rejects(throttled);
    const { requestId, subjectRef } = requestNumber(1);
    const put = dynamodbTombstones(documents, "tombstones").put({
      schema: "lethe.tombstone/1",
      service: "dream-portraits",
      region: "eu-central-1",
      requestId,
      subjectRef,
      scope: "account",
      erasedAt: "2026-11-23T10:00:00.000Z",
      expiresAt: "2027-12-28T10:00:00.500Z",
    });

    await expect(put).rejects.toBe(throttled);
    const item = dynamodb.commandCalls(PutCommand)[0]?.args[0].input.Item;
    expect(item?.expiresAtEpochSeconds).toBe(Date.UTC(2027, 11, 28, 10, 0, 1) / 1000);
  });
});

describe("signals", () => {
  it("does not wait for the drain it signals", async () => {
    const lambda = mockClient(LambdaClient);
    lambda.on(InvokeCommand).resolves({});
    await lambdaDrainSignal(new LambdaClient({}), "drain").send();

    expect(lambda.commandCalls(InvokeCommand)[0]?.args[0].input).toEqual({
      FunctionName: "drain",
      InvocationType: "Event",
      Payload: '{"schema":"lethe.drain-signal/1"}',
    });
  });
});

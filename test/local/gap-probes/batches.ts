import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { ReceiveMessageCommand, SendMessageBatchCommand, SQSClient } from "@aws-sdk/client-sqs";
import { DynamoDBDocumentClient, PutCommand } from "@aws-sdk/lib-dynamodb";
import { expect } from "vitest";
import type { BareEmbeddedAws } from "../../embedded-aws.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { createStack, type GapProbe, inlineFunction, linesOf, NOTES } from "./probe.ts";

const MESSAGES = 30;
const PER_CALL = 10;
/** The second try comes after a second. */
const RETRY_LIMIT_MS = 5_000;

const NOTES_SIZE = `
  ${NOTES}
  exports.handler = async ({ Records }) => note(String(Records.length));`;

/** Says that everything failed. */
const REPORTS_FAILURE = `
  ${NOTES}
  exports.handler = async ({ Records }) => {
    note("attempt");
    const [{ dynamodb }] = Records;
    return { batchItemFailures: [{ itemIdentifier: dynamodb.SequenceNumber }] };
  };`;

/** What differs when functions take batches from queues and streams. */
export const batchProbes: readonly GapProbe[] = [
  {
    gap: "large_batches",
    fact: "fills a batch from a queue up to what its mapping says",
    probe: largestBatch,
    onStock: "ten",
    closed: "more than ten",
  },
  {
    gap: "stream_failures",
    fact: "sends a batch of a table's stream again that failed in part, and then tells the failure destination",
    probe: triesOfFailingBatch,
    onStock: { tries: 1, told: false },
    closed: { tries: 3, told: true },
  },
];

async function largestBatch(aws: BareEmbeddedAws): Promise<string> {
  const folder = temporaryFolder();
  const file = join(folder.path, "notes");
  const sqs = new SQSClient(aws.clientConfig);
  try {
    const resources = {
      Queue: { Type: "AWS::SQS::Queue", Properties: { VisibilityTimeout: 60 } },
      Function: inlineFunction(NOTES_SIZE, { Environment: { Variables: { NOTES_FILE: file } } }),
    };
    const nameOf = await createStack(aws, "batches-queue", resources);
    for (let first = 0; first < MESSAGES; first += PER_CALL) {
      const Entries = Array.from({ length: PER_CALL }, (_, at) => ({ Id: `m${at}`, MessageBody: "x" }));
      await sqs.send(new SendMessageBatchCommand({ QueueUrl: nameOf("Queue"), Entries }));
    }
    // Made once they wait, so that the first batch could hold them all.
    await createStack(aws, "batches-mapping", {
      Mapping: {
        Type: "AWS::Lambda::EventSourceMapping",
        Properties: {
          EventSourceArn: `arn:aws:sqs:${aws.region}:000000000000:${nameOf("Queue").split("/").at(-1)}`,
          FunctionName: nameOf("Function"),
          BatchSize: 1000,
          MaximumBatchingWindowInSeconds: 1,
        },
      },
    });
    const sizes = () => linesOf(file).map(Number);
    await expect.poll(() => sizes().reduce((sum, one) => sum + one, 0), { timeout: 30_000 }).toBe(MESSAGES);
    return Math.max(...sizes()) > PER_CALL ? "more than ten" : "ten";
  } finally {
    folder.remove();
  }
}

async function triesOfFailingBatch(aws: BareEmbeddedAws) {
  const folder = temporaryFolder();
  const file = join(folder.path, "notes");
  const sqs = new SQSClient(aws.clientConfig);
  try {
    const nameOf = await createStack(aws, "stream-failures", {
      Failed: { Type: "AWS::SQS::Queue", Properties: {} },
      Table: {
        Type: "AWS::DynamoDB::Table",
        Properties: {
          BillingMode: "PAY_PER_REQUEST",
          AttributeDefinitions: [{ AttributeName: "pk", AttributeType: "S" }],
          KeySchema: [{ AttributeName: "pk", KeyType: "HASH" }],
          StreamSpecification: { StreamViewType: "KEYS_ONLY" },
        },
      },
      Function: inlineFunction(REPORTS_FAILURE, { Environment: { Variables: { NOTES_FILE: file } } }),
      Mapping: {
        Type: "AWS::Lambda::EventSourceMapping",
        Properties: {
          EventSourceArn: { "Fn::GetAtt": ["Table", "StreamArn"] },
          FunctionName: { Ref: "Function" },
          StartingPosition: "TRIM_HORIZON",
          FunctionResponseTypes: ["ReportBatchItemFailures"],
          MaximumRetryAttempts: 2,
          DestinationConfig: { OnFailure: { Destination: { "Fn::GetAtt": ["Failed", "Arn"] } } },
        },
      },
    });
    const documents = DynamoDBDocumentClient.from(new DynamoDBClient(aws.clientConfig));
    await documents.send(new PutCommand({ TableName: nameOf("Table"), Item: { pk: "a" } }));
    await expect.poll(() => linesOf(file).length, { timeout: 15_000 }).toBeGreaterThan(0);
    const deadline = Date.now() + RETRY_LIMIT_MS;
    await expect
      .poll(() => linesOf(file).length === 3 || Date.now() > deadline, { timeout: 2 * RETRY_LIMIT_MS })
      .toBe(true);
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({ QueueUrl: nameOf("Failed"), WaitTimeSeconds: 2 }),
    );
    return { tries: linesOf(file).length, told: Messages.length === 1 };
  } finally {
    folder.remove();
  }
}

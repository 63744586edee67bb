import {
  DynamoDBClient,
  ProvisionedThroughputExceededException,
  TransactionCanceledException,
} from "@aws-sdk/client-dynamodb";
import {
  GetQueueAttributesCommand,
  QueueDoesNotExist,
  ReceiveMessageCommand,
  SQSClient,
} from "@aws-sdk/client-sqs";
import {
  DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  TransactWriteCommand,
} from "@aws-sdk/lib-dynamodb";
import { mockClient } from "aws-sdk-client-mock";
import { beforeEach, describe, expect, it } from "vitest";
import { dynamodbTasks, TasksBusy } from "../../../shared/adapters/aws/dynamodb-tasks.ts";
import { sqsDeadLetters } from "../../../shared/adapters/aws/sqs-dead-letters.ts";
import { DONE, taskNumber } from "../../world/task.ts";

const dynamodb = mockClient(DynamoDBDocumentClient);
const sqs = mockClient(SQSClient);
const tasks = dynamodbTasks(DynamoDBDocumentClient.from(new DynamoDBClient({})), "tasks");
const task = taskNumber(1);
const $metadata = {};
const refused = new TransactionCanceledException({
  message: "cancelled",
  CancellationReasons: [{ Code: "ConditionalCheckFailed" }],
  $metadata,
});

beforeEach(() => {
  dynamodb.reset();
  sqs.reset();
});

describe("the calls of tasks to DynamoDB", () => {
  it("open one in three rows or in none, each only if it is not there", async () => {
    dynamodb.on(GetCommand).resolves({});
    dynamodb.on(TransactWriteCommand).resolves({});
    await tasks.open(task);
    const puts = dynamodb.commandCalls(TransactWriteCommand)[0]?.args[0].input.TransactItems ?? [];
    expect(puts.map(({ Put }) => [Put?.Item?.pk, Put?.Item?.sk, Put?.ConditionExpression])).toEqual([
      [`about#${task.requestId}`, "left-behind", "attribute_not_exists(pk)"],
      ["tasks", task.taskId, "attribute_not_exists(pk)"],
      ["open", `${task.dueAt}#${task.taskId}`, "attribute_not_exists(pk)"],
    ]);
  });

  it("take the task that another opened first", async () => {
    const theirs = taskNumber(1, "left-behind", 1);
    dynamodb
      .on(GetCommand)
      .resolvesOnce({})
      .resolves({ Item: { task: theirs } });
    dynamodb.on(TransactWriteCommand).rejects(refused);
    expect(await tasks.open(task)).toEqual(theirs);
  });

  it("say so when a task kept being opened and closed", async () => {
    dynamodb.on(GetCommand).resolves({});
    dynamodb.on(TransactWriteCommand).rejects(refused);
    await expect(tasks.open(task)).rejects.toThrow(TasksBusy);
  });

  it("close one only while it is the one that is open, and give its record an end", async () => {
    dynamodb.on(GetCommand).resolves({ Item: { task } });
    dynamodb.on(TransactWriteCommand).resolves({});
    await tasks.close(task.taskId, DONE);
    const [open, about, record] =
      dynamodb.commandCalls(TransactWriteCommand)[0]?.args[0].input.TransactItems ?? [];
    for (const row of [open, about]) expect(row?.Delete?.ConditionExpression).toBe("#task.taskId = :taskId");
    expect(record?.Put?.Item?.expiresAtEpochSeconds).toBe(DONE.expiresAtEpochSeconds);
  });

  it("note what a third party was written only while the task is open, and as nobody else has noted more", async () => {
    dynamodb.on(GetCommand).resolves({ Item: { task } });
    dynamodb.on(TransactWriteCommand).resolvesOnce({}).rejects(refused);
    const asked = { revision: 0, domain: "vendor.example", written: [], replies: [] };
    expect((await tasks.noteAsked(task.taskId, asked))?.asked?.revision).toBe(1);
    const puts = dynamodb.commandCalls(TransactWriteCommand)[0]?.args[0].input.TransactItems ?? [];
    expect(puts.map(({ Put }) => [Put?.Item?.pk, Put?.ConditionExpression])).toEqual([
      ["tasks", "attribute_not_exists(#task.asked)"],
      ["open", "#task.taskId = :taskId"],
      [`about#${task.requestId}`, "#task.taskId = :taskId"],
    ]);
    expect(await tasks.noteAsked(task.taskId, asked)).toBeUndefined();
  });

  it("take a condition that failed for one that another closed, and nothing else", async () => {
    dynamodb.on(GetCommand).resolves({ Item: { task } });
    dynamodb
      .on(TransactWriteCommand)
      .rejectsOnce(refused)
      .rejects(new ProvisionedThroughputExceededException({ message: "slow down", $metadata }));
    expect(await tasks.close(task.taskId, DONE)).toBeUndefined();
    await expect(tasks.close(task.taskId, DONE)).rejects.toThrow(ProvisionedThroughputExceededException);
    dynamodb.on(GetCommand).resolves({});
    await expect(tasks.open(task)).rejects.toThrow(ProvisionedThroughputExceededException);
  });

  it("read what is written now, a page at most", async () => {
    dynamodb.on(QueryCommand).resolves({ Items: [{ task }] });
    expect(await tasks.listOpen(7)).toEqual([task]);
    expect(dynamodb.commandCalls(QueryCommand)[0]?.args[0].input).toMatchObject({
      ExpressionAttributeValues: { ":pk": "open" },
      ConsistentRead: true,
      Limit: 7,
      ScanIndexForward: true,
    });
    dynamodb.on(QueryCommand).resolves({ Items: [{ task: { ...task, kind: "gone" } }] });
    await expect(tasks.listOpen(7)).rejects.toThrow();
  });
});

describe("calls that failed, in SQS", () => {
  const letters = sqsDeadLetters(new SQSClient({}), "https://queue", () => new Date(100_000));

  it("are counted, those that somebody looks at just now as well", async () => {
    const Attributes = { ApproximateNumberOfMessages: "2", ApproximateNumberOfMessagesNotVisible: "1" };
    sqs.on(GetQueueAttributesCommand).resolvesOnce({ Attributes }).resolves({});
    expect(await letters.count()).toBe(3);
    expect(await letters.count()).toBe(0);
  });

  it("have the age of the oldest that is shown, and stay for others to see", async () => {
    const sent = (SentTimestamp: string) => ({ Attributes: { SentTimestamp } });
    sqs
      .on(ReceiveMessageCommand)
      .resolvesOnce({ Messages: [sent("90000"), sent("40000"), {}] })
      .resolves({});
    expect(await letters.oldestAgeSeconds()).toBe(60);
    expect(await letters.oldestAgeSeconds()).toBeUndefined();
    expect(sqs.commandCalls(ReceiveMessageCommand)[0]?.args[0].input.VisibilityTimeout).toBe(0);
  });

  it("are not none because nobody can look", async () => {
    sqs.on(GetQueueAttributesCommand).rejects(new QueueDoesNotExist({ message: "no", $metadata }));
    await expect(letters.count()).rejects.toThrow(QueueDoesNotExist);
  });
});

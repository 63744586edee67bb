import {
  DynamoDBClient,
  ProvisionedThroughputExceededException,
  TransactionCanceledException,
} from "@aws-sdk/client-dynamodb";
import {
  DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import { mockClient } from "aws-sdk-client-mock";
import { beforeEach, describe, expect, it } from "vitest";
import { dynamodbHolds } from "../../../shared/adapters/aws/dynamodb-holds.ts";
import { holdNumber } from "../../world/holds.ts";

const dynamodb = mockClient(DynamoDBDocumentClient);
const holds = dynamodbHolds(DynamoDBDocumentClient.from(new DynamoDBClient({})), "holds");
const $metadata = {};
const hold = holdNumber(1);
const RELEASE = { by: { kind: "staff", name: "ada" }, at: "2026-12-01T10:00:00.000Z" } as const;
const END = Date.UTC(2029, 11, 1) / 1000;
const conflict = new TransactionCanceledException({
  message: "conflict",
  $metadata,
  CancellationReasons: [{ Code: "TransactionConflict" }],
});

describe("holds in DynamoDB", () => {
  beforeEach(() => {
    dynamodb.reset();
    dynamodb.on(TransactWriteCommand).resolves({});
    dynamodb.on(QueryCommand).resolves({ Items: [] });
    dynamodb.on(UpdateCommand).resolves({});
  });

  it("have no end while they stand", async () => {
    await holds.place(hold);
    const { TransactItems = [] } = dynamodb.commandCalls(TransactWriteCommand)[0]?.args[0].input ?? {};
    expect(TransactItems).toHaveLength(2);
    for (const { Put } of TransactItems) expect(Put?.Item).not.toHaveProperty("expiresAtEpochSeconds");
  });

  it("are read page after page, each so that what was placed before is seen", async () => {
    const page = (number: number) => ({ Items: [{ hold: holdNumber(number) }] });
    dynamodb
      .on(QueryCommand)
      .resolvesOnce({ ...page(1), LastEvaluatedKey: { pk: "active", sk: "1" } })
      .resolvesOnce(page(2));
    expect(await holds.active()).toEqual([holdNumber(1), holdNumber(2)]);
    const calls = dynamodb.commandCalls(QueryCommand).map(({ args }) => args[0].input);
    expect(calls.map(({ ConsistentRead }) => ConsistentRead)).toEqual([true, true]);
    expect(calls[1]?.ExclusiveStartKey).toEqual({ pk: "active", sk: "1" });
  });

  it("end in an error, not in a deletion, when they cannot be read or are too many", async () => {
    const throttled = new ProvisionedThroughputExceededException({ message: "slow down", $metadata });
    const many = Array.from({ length: 1001 }, (_, at) => ({ hold: holdNumber(at) }));
    dynamodb
      .on(QueryCommand)
      .rejectsOnce(throttled)
      .resolvesOnce({ Items: [{ hold: { owner: "nobody" } }] })
      .resolvesOnce({ Items: many });
    await expect(holds.active()).rejects.toBe(throttled);
    await expect(holds.active()).rejects.toThrow();
    await expect(holds.active()).rejects.toMatchObject({ name: "TooManyHolds" });
  });

  it("end with their release: the hold, and what it kept from requests", async () => {
    dynamodb.on(GetCommand).resolves({ Item: { hold } });
    dynamodb.on(QueryCommand).resolves({ Items: [{ sk: "request#req_a" }, { sk: "request#req_b" }] });
    await holds.release(hold.holdId, RELEASE, END);
    const [update, removal] =
      dynamodb.commandCalls(TransactWriteCommand)[0]?.args[0].input.TransactItems ?? [];
    expect(update?.Update?.ExpressionAttributeValues).toEqual({ ":released": RELEASE, ":at": END });
    expect(removal?.Delete?.Key).toEqual({ pk: "active", sk: hold.holdId });
    expect(dynamodb.commandCalls(UpdateCommand).map(({ args }) => args[0].input.Key?.sk)).toEqual([
      "request#req_a",
      "request#req_b",
    ]);
  });

  it("are not taken for released because another write was in the way", async () => {
    dynamodb.on(GetCommand).resolves({ Item: { hold } });
    dynamodb.on(TransactWriteCommand).rejects(conflict);
    await expect(holds.release(hold.holdId, RELEASE, END)).rejects.toBe(conflict);
  });

  it("are not taken for placed because another write was in the way", async () => {
    dynamodb.on(GetCommand).resolves({});
    dynamodb.on(TransactWriteCommand).rejects(conflict);
    await expect(holds.place(hold)).rejects.toBe(conflict);
  });
});

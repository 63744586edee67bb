import {
  type AttributeValue,
  BatchWriteItemCommand,
  DynamoDBClient,
  QueryCommand,
} from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { mockClient } from "aws-sdk-client-mock";
import { beforeEach, describe, expect, it } from "vitest";
import { dynamodbEraser } from "../../../shared/adapters/stores/dynamodb/erase.ts";
import { subjectIdOf } from "../../../shared/domain/erasure/subject-id.ts";
import { gateFor, openGate } from "../../world/stores/gates.ts";
import { quickTime } from "../../world/stores/quick-time.ts";

const store = {
  id: "landmarks",
  kind: "dynamodb",
  partitionKey: { attribute: "owner", template: "SUBJECT#{subject}" },
  sortKey: { attribute: "photo" },
  categories: ["landmarks"],
};
const documents = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const aws = mockClient(documents);

type Key = Record<string, AttributeValue>;
const PAGE = 30;

/** Answers as a table does that puts off the last `putsOff(call)` items of each call. */
function tableOf(count: number, putsOff: (call: number) => number): void {
  let keys: Key[] = Array.from({ length: count }, (_, at) => ({
    owner: { S: "SUBJECT#1" },
    photo: { S: `photo-${String(at).padStart(4, "0")}` },
  }));
  let calls = 0;
  aws.on(QueryCommand).callsFake(async ({ ExclusiveStartKey: after }: QueryCommand["input"]) => {
    const rest = keys.filter(({ photo }) => !after || (photo?.S ?? "") > (after.photo?.S ?? ""));
    const Items = rest.slice(0, PAGE);
    return rest.length > PAGE ? { Items, LastEvaluatedKey: Items.at(-1) } : { Items };
  });
  aws.on(BatchWriteItemCommand).callsFake(async ({ RequestItems }: BatchWriteItemCommand["input"]) => {
    const requests = RequestItems?.table ?? [];
    calls += 1;
    const done = requests.slice(0, requests.length - Math.min(putsOff(calls), requests.length));
    const gone = new Set(done.map(({ DeleteRequest }) => DeleteRequest?.Key?.photo?.S));
    keys = keys.filter(({ photo }) => !gone.has(photo?.S));
    const rest = requests.slice(done.length);
    return rest.length > 0 ? { UnprocessedItems: { table: rest } } : {};
  });
}

const sizesSent = (): number[] =>
  aws
    .commandCalls(BatchWriteItemCommand)
    .map(({ args: [{ input }] }) => (input.RequestItems?.table ?? []).length);

async function erase(time = quickTime(), gate = openGate) {
  const confirmed: number[] = [];
  const pass = await dynamodbEraser(documents, "table", store, { time }).erase(
    subjectIdOf("1"),
    gate,
    async (deleted) => {
      confirmed.push(deleted);
    },
  );
  return { ...pass, confirmed };
}

beforeEach(() => aws.reset());

describe("erasing from DynamoDB", () => {
  it("fills every call but the last, across pages", async () => {
    tableOf(70, () => 0);

    expect(await erase()).toMatchObject({ deleted: 70, left: 0, finished: true, confirmed: [25, 25, 20] });
    expect(sizesSent()).toEqual([25, 25, 20]);
  });

  it("sends what was put off with the next call, and counts it once", async () => {
    tableOf(60, (call) => (call === 1 ? 10 : 0));
    const time = quickTime();

    const pass = await erase(time);

    expect(pass).toMatchObject({ deleted: 60, finished: true, confirmed: [15, 25, 20] });
    expect(sizesSent()).toEqual([25, 25, 20]);
    expect(time.pauses).toEqual([100]);
  });

  it("fails after so many calls in a row that deleted nothing, and has told what it deleted before", async () => {
    tableOf(30, (call) => (call === 1 ? 0 : 25));
    const time = quickTime();

    await expect(erase(time)).rejects.toMatchObject({ name: "ItemsPutOff" });
    expect(sizesSent()).toHaveLength(1 + 8);
    expect(time.pauses).toEqual([200, 400, 800, 1600, 3200, 6400, 12800]);
  });

  it("sends nothing more once the gate is shut, not even what waits from an earlier page", async () => {
    tableOf(60, () => 0);

    expect(await erase(quickTime(), gateFor(1))).toMatchObject({ deleted: 25, finished: false });
    expect(sizesSent()).toEqual([25]);
  });

  it("ends only when a consistent query shows nothing", async () => {
    tableOf(3, () => 0);

    await erase();

    const queries = aws.commandCalls(QueryCommand).map(({ args: [{ input }] }) => input);
    expect(queries).toHaveLength(2);
    for (const { ConsistentRead } of queries) expect(ConsistentRead).toBe(true);
  });

  it("stops after some passes when items are written as fast as they are deleted", async () => {
    aws.on(QueryCommand).resolves({ Items: [{ owner: { S: "SUBJECT#1" }, photo: { S: "again" } }] });
    aws.on(BatchWriteItemCommand).resolves({});

    expect(await erase()).toMatchObject({ deleted: 10, finished: true });
  });
});

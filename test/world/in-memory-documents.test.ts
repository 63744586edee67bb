import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  paginateQuery,
  TransactWriteCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import { describe, expect, it } from "vitest";
import { isConditionFailure } from "../../shared/adapters/aws/condition-failure.ts";
import { inMemoryDocuments } from "./dynamodb/in-memory-documents.ts";
import { itemBytes, readUnits, writeUnits } from "./dynamodb/units.ts";

const TableName = "t";
const Key = { pk: "P#1", sk: "a" };

async function stored(documents: DynamoDBDocumentClient, key = Key): Promise<unknown> {
  return (await documents.send(new GetCommand({ TableName, Key: key }))).Item;
}

describe("tables in memory", () => {
  it("add to sets and numbers, set, remove, and make what was not there", async () => {
    const { documents } = inMemoryDocuments();
    const update = new UpdateCommand({
      TableName,
      Key,
      UpdateExpression:
        "SET #a = :a, c = if_not_exists(c, :zero) + :one ADD facts :facts, n :one REMOVE gone",
      ExpressionAttributeNames: { "#a": "a" },
      ExpressionAttributeValues: { ":a": "x", ":zero": 0, ":one": 1, ":facts": new Set(["f"]) },
    });
    await documents.send(update);
    await documents.send(update);
    expect(await stored(documents)).toEqual({ ...Key, a: "x", c: 2, n: 2, facts: new Set(["f"]) });
  });

  it.each([
    ["attribute_not_exists(b) OR b < :two", true],
    ["attribute_exists(pk) AND (b > :two OR NOT b = :one)", false],
    ["facts = :facts AND size(facts) = :one", true],
    ["b BETWEEN :one AND :two AND begins_with(sk, :a)", true],
    ["contains(facts, :a)", false],
    ["missing < :two", false],
  ])("make a write if %s: %s", async (ConditionExpression, isMade) => {
    const { documents } = inMemoryDocuments();
    await documents.send(new PutCommand({ TableName, Item: { ...Key, b: 1, facts: new Set(["f"]) } }));
    const values = { ":one": 1, ":two": 2, ":a": "a", ":facts": new Set(["f"]) };
    const used = Object.entries(values).filter(([name]) => ConditionExpression.includes(name));
    const write = documents.send(
      new DeleteCommand({
        TableName,
        Key,
        ConditionExpression,
        ...(used.length > 0 ? { ExpressionAttributeValues: Object.fromEntries(used) } : {}),
      }),
    );
    if (isMade) await write;
    else await expect(write).rejects.toSatisfy(isConditionFailure);
    expect((await stored(documents)) === undefined).toBe(isMade);
  });

  it("make all writes of a transaction or none", async () => {
    const { documents } = inMemoryDocuments();
    const Put = { TableName, Item: Key };
    const Delete = { TableName, Key: { pk: "P#1", sk: "b" }, ConditionExpression: "attribute_exists(pk)" };
    const both = new TransactWriteCommand({ TransactItems: [{ Put }, { Delete }] });
    await expect(documents.send(both)).rejects.toSatisfy(isConditionFailure);
    expect(await stored(documents)).toBeUndefined();
  });

  it("list a partition in the order of its sort keys, page by page", async () => {
    const { documents } = inMemoryDocuments();
    for (const sk of ["c", "a", "b"])
      await documents.send(new PutCommand({ TableName, Item: { ...Key, sk } }));
    await documents.send(new PutCommand({ TableName, Item: { pk: "P#10", sk: "a" } }));
    const query = {
      TableName,
      KeyConditionExpression: "pk = :pk AND sk > :a",
      ExpressionAttributeValues: { ":pk": "P#1", ":a": "a" },
      Limit: 1,
    };
    const seen: unknown[] = [];
    for await (const { Items = [] } of paginateQuery({ client: documents }, query)) seen.push(...Items);
    expect(seen).toEqual([
      { pk: "P#1", sk: "b" },
      { pk: "P#1", sk: "c" },
    ]);
  });

  it("bill a write by the kilobyte begun of the larger item, twice in a transaction, refused or not", async () => {
    const { documents, consumed } = inMemoryDocuments();
    const large = { ...Key, text: "x".repeat(1500) };
    await documents.send(new PutCommand({ TableName, Item: large }));
    expect(consumed.written).toBe(2);
    await documents.send(new TransactWriteCommand({ TransactItems: [{ Delete: { TableName, Key } }] }));
    expect(consumed.written).toBe(6);
    const refused = new PutCommand({ TableName, Item: Key, ConditionExpression: "attribute_exists(pk)" });
    await expect(documents.send(refused)).rejects.toSatisfy(isConditionFailure);
    expect(consumed.written).toBe(7);
  });

  it("bill sizes as DynamoDB adds them up", () => {
    expect(itemBytes({ pk: "ab", n: 1234, s: new Set(["x", "yz"]) })).toBe(4 + 4 + 4);
    expect(itemBytes({ l: ["ab", "c"], m: { k: "v" } })).toBe(1 + 3 + 2 + 3 + 1 + 3 + 1 + 1 + 1);
    expect([writeUnits(1), writeUnits(1024), writeUnits(1025)]).toEqual([1, 1, 2]);
    expect([readUnits(0), readUnits(4096), readUnits(4097)]).toEqual([1, 1, 2]);
  });
});

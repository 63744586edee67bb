import { ConditionalCheckFailedException, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, GetCommand, QueryCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { mockClient } from "aws-sdk-client-mock";
import { beforeEach, describe, expect, it } from "vitest";
import { requestNotes } from "../../../shared/adapters/aws/dynamodb-request-notes.ts";

const dynamodb = mockClient(DynamoDBDocumentClient);
const notes = requestNotes(DynamoDBDocumentClient.from(new DynamoDBClient({})), "requests");

beforeEach(() => dynamodb.reset());

describe("the notes' calls to DynamoDB", () => {
  it("add what was deleted where it stands, so that two at once both count", async () => {
    dynamodb.on(UpdateCommand).resolves({});
    await notes.addDeleted("req_1", "photos", 25);

    expect(dynamodb.commandCalls(UpdateCommand)[0]?.args[0].input).toMatchObject({
      Key: { pk: "request#req_1", sk: "store#photos" },
      UpdateExpression: "ADD deletedByCall :deleted",
      ConditionExpression: "attribute_exists(pk)",
      ExpressionAttributeValues: { ":deleted": 25 },
    });
  });

  it("note nothing of a store whose progress was never started: that is an error", async () => {
    const none = new ConditionalCheckFailedException({ message: "none", $metadata: {} });
    dynamodb.on(UpdateCommand).rejects(none);
    await expect(notes.addDeleted("req_1", "photos", 1)).rejects.toBe(none);
    await expect(notes.recordLeft("req_1", "photos", { left: 0, leftBehind: [] })).rejects.toBe(none);
    await expect(notes.recordVerified("req_1", "photos", { found: 0, at: "" })).rejects.toBe(none);
  });

  it("are read as they stand now, and refused when they are none", async () => {
    dynamodb.on(GetCommand).resolves({});
    expect(await notes.readContact("req_1")).toBeUndefined();
    expect(await notes.readPlan("req_1")).toBeUndefined();
    dynamodb.on(QueryCommand).resolves({ Items: [{ progress: { storeId: "photos" }, deletedByCall: 0 }] });
    await expect(notes.readStoreProgress("req_1")).rejects.toThrow();

    const reads = [...dynamodb.commandCalls(GetCommand), ...dynamodb.commandCalls(QueryCommand)];
    for (const { args } of reads) expect(args[0].input.ConsistentRead).toBe(true);
  });
});

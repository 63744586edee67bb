import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  TransactionCanceledException,
} from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, GetCommand, TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { mockClient } from "aws-sdk-client-mock";
import { beforeEach, describe, expect, it } from "vitest";
import { dynamodbRequestRegister } from "../../../shared/adapters/aws/dynamodb-request-register.ts";
import { requestNumber } from "../../world/requests.ts";

const dynamodb = mockClient(DynamoDBDocumentClient);
const register = dynamodbRequestRegister(DynamoDBDocumentClient.from(new DynamoDBClient({})), "requests");
const request = requestNumber(1);

describe("the request register's calls to DynamoDB", () => {
  beforeEach(() => {
    dynamodb.reset();
    dynamodb.on(GetCommand).resolves({ Item: { request } });
  });

  it("writes request, lease and due row in one transaction, each only if it is not there", async () => {
    dynamodb.on(TransactWriteCommand).resolves({});

    await register.open(request);

    const items = dynamodb.commandCalls(TransactWriteCommand)[0]?.args[0].input.TransactItems ?? [];
    expect(items.map(({ Put }) => [Put?.Item?.pk, Put?.Item?.sk])).toEqual([
      [`subject#${request.subjectRef}`, "lease#account"],
      [`request#${request.requestId}`, "request"],
      ["list#requests", request.requestId],
      ["due#requests", `${request.openedAt}#${request.requestId}`],
    ]);
    expect(items.slice(0, 2).map(({ Put }) => Put?.ConditionExpression)).toEqual([
      "attribute_not_exists(pk)",
      "attribute_not_exists(pk)",
    ]);
  });

  it.each(["ConditionalCheckFailed", "TransactionConflict"])(
    "says that another write came first when DynamoDB answers %s",
    async (Code) => {
      dynamodb.on(TransactWriteCommand).rejects(cancelledBy(Code));
      expect(await register.update(request)).toBeUndefined();
    },
  );

  it("passes on every other failure: a table that is not there is no outcome", async () => {
    dynamodb.on(TransactWriteCommand).rejects(cancelledBy("ThrottlingError"));
    await expect(register.update(request)).rejects.toThrow(TransactionCanceledException);
    await expect(register.open(request)).rejects.toThrow(TransactionCanceledException);
  });

  it("does not write at all from a revision that is outdated already", async () => {
    expect(await register.update({ ...request, revision: 7 })).toBeUndefined();
    expect(dynamodb.commandCalls(TransactWriteCommand)).toHaveLength(0);
  });

  it("refuses a stored request that is not one", async () => {
    dynamodb.on(GetCommand).resolves({ Item: { request: { ...request, state: "gone" } } });
    await expect(register.read(request.requestId)).rejects.toThrow(/Unrecognized key/);
  });

  it("does not take a condition of one row for a transaction that failed", async () => {
    dynamodb
      .on(TransactWriteCommand)
      .rejects(new ConditionalCheckFailedException({ message: "refused", $metadata: {} }));
    expect(await register.update(request)).toBeUndefined();
  });
});

function cancelledBy(Code: string): TransactionCanceledException {
  return new TransactionCanceledException({
    message: "cancelled",
    CancellationReasons: [{ Code: "None" }, { Code }],
    $metadata: {},
  });
}

import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  ProvisionedThroughputExceededException,
} from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { mockClient } from "aws-sdk-client-mock";
import { beforeEach, describe, expect, it } from "vitest";
import { dynamodbDecisions } from "../../../shared/adapters/aws/dynamodb-decisions.ts";
import { aDecision } from "../../world/decision.ts";

const dynamodb = mockClient(DynamoDBDocumentClient);
const decisions = dynamodbDecisions(DynamoDBDocumentClient.from(new DynamoDBClient({})), "decisions");
const $metadata = {};
const END = Date.UTC(2027, 11, 28, 10) / 1000;

describe("decisions in DynamoDB", () => {
  beforeEach(() => {
    dynamodb.reset();
    dynamodb.on(PutCommand).resolves({});
  });

  it("are on record before they count", async () => {
    await decisions.record(aDecision());
    expect(puts().map(({ Item }) => String(Item?.sk).split("#")[0])).toEqual(["history", "standing"]);
  });

  it("give an agreement and every record an end, and none to an objection that stands", async () => {
    await decisions.record(aDecision({ decided: "agreed" }));
    await decisions.record(aDecision({ decided: "objected" }));
    expect(puts().map(({ Item }) => Item?.expiresAtEpochSeconds)).toEqual([END, END, END, undefined]);
  });

  it("leave a later one alone", async () => {
    dynamodb
      .on(PutCommand, { ConditionExpression: "attribute_not_exists(pk) OR #order < :order" })
      .rejects(new ConditionalCheckFailedException({ message: "later", $metadata }));
    await expect(decisions.record(aDecision())).resolves.toBeUndefined();
  });

  it("pass on a throttle at either write, instead of taking it for recorded", async () => {
    const throttled = new ProvisionedThroughputExceededException({ message: "slow down", $metadata });
    dynamodb.on(PutCommand).rejectsOnce(throttled);
    await expect(decisions.record(aDecision())).rejects.toBe(throttled);
    dynamodb.on(PutCommand).resolvesOnce({}).rejectsOnce(throttled);
    await expect(decisions.record(aDecision())).rejects.toBe(throttled);
  });

  it("are read so that one kept before is seen, and passed on as unreadable when they are not what they should be", async () => {
    dynamodb.on(GetCommand).resolves({ Item: { decision: { decided: "agreed" } } });
    await expect(decisions.standing("v1_person", "analytics")).rejects.toThrow();
    expect(dynamodb.commandCalls(GetCommand)[0]?.args[0].input.ConsistentRead).toBe(true);
  });
});

function puts() {
  return dynamodb.commandCalls(PutCommand).map(({ args }) => args[0].input);
}

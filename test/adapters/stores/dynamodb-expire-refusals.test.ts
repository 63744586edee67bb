import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DeleteCommand, DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { mockClient } from "aws-sdk-client-mock";
import { beforeEach, describe, expect, it } from "vitest";
import { policy as dreamPortraits } from "../../../policies/dream-portraits.ts";
import { dynamodbExpiringStore } from "../../../shared/adapters/stores/dynamodb/expire.ts";
import { compilePolicy } from "../../../shared/domain/policy/compile-policy.ts";
import { isClockTable } from "../../../shared/domain/retention/clock-rules.ts";
import { itemKeyText } from "../../../shared/domain/retention/thing-owner.ts";
import { openGate } from "../../world/stores/gates.ts";

const aws = mockClient(DynamoDBDocumentClient);
const landmarks = compilePolicy(dreamPortraits).policy.stores.filter(isClockTable)[0];

const things = ["a", "b"].map((photo) => ({
  thing: { store: "landmarks", key: itemKeyText("SUBJECT#7", photo) },
  createdAt: "2001-01-01T00:00:00.000Z",
  dueAt: "2999-01-01T00:00:00.000Z",
}));

function denied(name: string): Error {
  return Object.assign(new Error("not authorized"), { name });
}

beforeEach(() => aws.reset());

describe("a table that the clock may not empty", () => {
  const expire = () => {
    if (!landmarks) throw new Error("The policy has no table.");
    const documents = DynamoDBDocumentClient.from(new DynamoDBClient({}));
    return dynamodbExpiringStore(documents, "table", landmarks).expire(things, openGate);
  };

  it("refuses what a policy of it denies, and loses the rest", async () => {
    aws.on(DeleteCommand).resolves({});
    aws
      .on(DeleteCommand, { Key: { owner: "SUBJECT#7", photo: "b" } })
      .rejects(denied("AccessDeniedException"));
    expect(await expire()).toEqual(["deleted", "refused"]);
  });

  it("fails where a call fails for another reason: that passes by itself", async () => {
    aws.on(DeleteCommand).rejects(denied("InternalServerError"));
    await expect(expire()).rejects.toMatchObject({ name: "InternalServerError" });
  });
});

import { DynamoDBClient, QueryCommand } from "@aws-sdk/client-dynamodb";
import { QueryCommand as DocumentQueryCommand, DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { mockClient } from "aws-sdk-client-mock";
import { beforeEach, describe, expect, it } from "vitest";
import { dynamodbFinder } from "../../../shared/adapters/stores/dynamodb/find.ts";
import { dynamodbVerifier } from "../../../shared/adapters/stores/dynamodb/verify.ts";
import { subjectIdOf } from "../../../shared/domain/erasure/subject-id.ts";

const store = {
  id: "landmarks",
  kind: "dynamodb",
  partitionKey: { attribute: "owner", template: "SUBJECT#{subject}" },
  sortKey: { attribute: "photo" },
  categories: ["landmarks"],
};
const person = subjectIdOf("1");
const documents = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const aws = mockClient(documents);
const key = (photo: string) => ({ owner: { S: "SUBJECT#1" }, photo: { S: photo } });

beforeEach(() => aws.reset());

describe("looking into DynamoDB", () => {
  it("reads the keys of one partition to its last page, and nothing else of an item", async () => {
    aws
      .on(QueryCommand)
      .resolvesOnce({ Items: [key("a"), key("b")], LastEvaluatedKey: key("b") })
      .resolvesOnce({ Items: [], LastEvaluatedKey: key("m") })
      .resolves({ Items: [key("z")] });

    expect(await dynamodbFinder(documents, "table", store).find(person)).toMatchObject({
      found: 3,
      bytes: 0,
    });

    const [first, second] = aws.commandCalls(QueryCommand).map(({ args }) => args[0].input);
    expect(first).toMatchObject({
      ConsistentRead: true,
      ProjectionExpression: "#k0, #k1",
      ExpressionAttributeNames: { "#k0": "owner", "#k1": "photo" },
      ExpressionAttributeValues: { ":subject": { S: "SUBJECT#1" } },
    });
    expect(second?.ExclusiveStartKey).toEqual(key("b"));
  });

  it("is counted again by DynamoDB itself, consistently and over empty pages", async () => {
    aws
      .on(DocumentQueryCommand)
      .resolvesOnce({ Count: 0, LastEvaluatedKey: { owner: "SUBJECT#1", photo: "m" } })
      .resolves({ Count: 2 });

    expect(await dynamodbVerifier(documents, "table", store).countRemaining(person)).toBe(2);

    const queries = aws.commandCalls(DocumentQueryCommand).map(({ args }) => args[0].input);
    expect(queries).toHaveLength(2);
    for (const query of queries) {
      expect(query).toMatchObject({ Select: "COUNT", ConsistentRead: true });
    }
  });

  it("passes on a failure: a table that does not answer is not empty", async () => {
    const away = new Error("away");
    aws.rejects(away);
    await expect(dynamodbFinder(documents, "table", store).find(person)).rejects.toBe(away);
    await expect(dynamodbVerifier(documents, "table", store).countRemaining(person)).rejects.toBe(away);
  });
});

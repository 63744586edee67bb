import { CreateTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { BareEmbeddedAws } from "./embedded-aws.ts";

/** Makes an empty table with the string keys `pk` and `sk`, and returns what an adapter over it takes. */
export async function newKeyedTable(
  { clientConfig }: Pick<BareEmbeddedAws, "clientConfig">,
  TableName: string,
): Promise<readonly [DynamoDBDocumentClient, string]> {
  const dynamodb = new DynamoDBClient(clientConfig);
  await dynamodb.send(
    new CreateTableCommand({
      TableName,
      BillingMode: "PAY_PER_REQUEST",
      AttributeDefinitions: ["pk", "sk"].map((AttributeName) => ({ AttributeName, AttributeType: "S" })),
      KeySchema: [
        { AttributeName: "pk", KeyType: "HASH" },
        { AttributeName: "sk", KeyType: "RANGE" },
      ],
    }),
  );
  const marshallOptions = { removeUndefinedValues: true };
  return [DynamoDBDocumentClient.from(dynamodb, { marshallOptions }), TableName];
}

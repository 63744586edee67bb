import { type DynamoDBDocumentClient, paginateQuery } from "@aws-sdk/lib-dynamodb";
import type { DynamodbLayout } from "../../../domain/policy/store.ts";
import type { StoreVerifier } from "../../../operations/ports.ts";

/** Returns a verifier that lets DynamoDB count; it reads no key and shares no code with finder and eraser. */
export function dynamodbVerifier(
  documents: DynamoDBDocumentClient,
  table: string,
  store: DynamodbLayout,
): StoreVerifier {
  const { attribute, template } = store.partitionKey;
  return {
    async countRemaining(subject) {
      let count = 0;
      const pages = paginateQuery(
        { client: documents },
        {
          TableName: table,
          Select: "COUNT",
          KeyConditions: {
            [attribute]: {
              ComparisonOperator: "EQ",
              AttributeValueList: [template.split("{subject}").join(subject)],
            },
          },
          ConsistentRead: true,
        },
      );
      for await (const { Count = 0 } of pages) count += Count;
      return count;
    },
  };
}

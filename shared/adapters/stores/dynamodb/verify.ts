import { type DynamoDBDocumentClient, paginateQuery } from "@aws-sdk/lib-dynamodb";
import { ACCOUNT, type Scope } from "../../../domain/erasure/scope.ts";
import type { DynamodbLayout } from "../../../domain/policy/store.ts";
import type { StoreVerifier } from "../../../operations/ports.ts";
import { isKeyOfItem, knownBeginning } from "../item-key.ts";

/** Returns a verifier that lets DynamoDB count; it shares no code with finder and eraser. */
export function dynamodbVerifier(
  documents: DynamoDBDocumentClient,
  table: string,
  store: DynamodbLayout,
  scope: Scope = ACCOUNT,
): StoreVerifier {
  const { attribute, template } = store.partitionKey;
  return {
    async countRemaining(subject) {
      const ofSubject = {
        [attribute]: {
          ComparisonOperator: "EQ" as const,
          AttributeValueList: [template.split("{subject}").join(subject)],
        },
      };
      const whole = { TableName: table, KeyConditions: ofSubject, ConsistentRead: true };
      let count = 0;
      if (!("id" in scope)) {
        const pages = paginateQuery({ client: documents }, { ...whole, Select: "COUNT" });
        for await (const { Count = 0 } of pages) count += Count;
        return count;
      }
      // One thing is told from others by its sort key, so here the keys are read.
      const sortKey = store.sortKey?.attribute ?? "";
      const begins = knownBeginning(store.items, subject, scope);
      const ofItem = {
        [sortKey]: { ComparisonOperator: "BEGINS_WITH" as const, AttributeValueList: [begins] },
      };
      const pages = paginateQuery(
        { client: documents },
        {
          ...whole,
          KeyConditions: { ...ofSubject, ...(begins === "" ? {} : ofItem) },
          AttributesToGet: [sortKey],
        },
      );
      for await (const { Items = [] } of pages) {
        count += Items.filter((item) =>
          isKeyOfItem(store.items, subject, scope, String(item[sortKey])),
        ).length;
      }
      return count;
    },
  };
}

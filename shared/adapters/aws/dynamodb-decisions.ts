import { type DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import { z } from "zod";
import { DecisionSchema, orderOf } from "../../domain/consents/decision.ts";
import type { Purpose } from "../../domain/policy/category.ts";
import type { Decisions } from "../../operations/ports.ts";
import { isConditionFailure } from "./condition-failure.ts";

const StoredDecisionSchema = z.object({ decision: DecisionSchema });
const HISTORY = "history#";

/**
 * Returns the decisions in a table with the string keys `pk` and `sk` and the time to live `expiresAtEpochSeconds`: a
 * row `standing#PURPOSE` for what counts, and a row `history#ORDER` for each decision.
 *
 * An objection that stands has no end: if its row went by itself, the use that the person refused would begin
 * again (GDPR Art. 21(3)). Everything else ends with its record.
 */
export function dynamodbDecisions(documents: DynamoDBDocumentClient, table: string): Decisions {
  return {
    async record(decision) {
      const pk = partitionOf(decision.subjectRef);
      const order = orderOf(decision);
      const end = { expiresAtEpochSeconds: Math.ceil(new Date(decision.expiresAt).getTime() / 1000) };
      // On record first: what counts must never lack its record. A crash between the two is an error to the caller.
      await documents.send(
        new PutCommand({ TableName: table, Item: { pk, sk: `${HISTORY}${order}`, decision, ...end } }),
      );
      try {
        await documents.send(
          new PutCommand({
            TableName: table,
            Item: {
              pk,
              sk: standingOf(decision.purpose),
              order,
              decision,
              ...(decision.decided === "agreed" ? end : {}),
            },
            // `order` is a word that DynamoDB keeps for itself.
            ConditionExpression: "attribute_not_exists(pk) OR #order < :order",
            ExpressionAttributeNames: { "#order": "order" },
            ExpressionAttributeValues: { ":order": order },
          }),
        );
      } catch (error) {
        // A later decision stands already, or this very one.
        if (!isConditionFailure(error)) throw error;
      }
    },

    async standing(subjectRef, purpose) {
      const Key = { pk: partitionOf(subjectRef), sk: standingOf(purpose) };
      const { Item } = await documents.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
      return Item ? StoredDecisionSchema.parse(Item).decision : undefined;
    },

    async history(subjectRef, limit) {
      const { Items = [] } = await documents.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: "pk = :pk AND begins_with(sk, :history)",
          ExpressionAttributeValues: { ":pk": partitionOf(subjectRef), ":history": HISTORY },
          ScanIndexForward: false,
          ConsistentRead: true,
          Limit: limit,
        }),
      );
      return Items.map((item) => StoredDecisionSchema.parse(item).decision);
    },
  };
}

function partitionOf(subjectRef: string): string {
  return `subject#${subjectRef}`;
}

function standingOf(purpose: Purpose): string {
  return `standing#${purpose}`;
}

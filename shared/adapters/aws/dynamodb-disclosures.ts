import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  paginateQuery,
  TransactWriteCommand,
} from "@aws-sdk/lib-dynamodb";
import { z } from "zod";
import { copyKey, SentOfAnother } from "../../domain/processors/copy-key.ts";
import { type Disclosure, DisclosureSchema } from "../../domain/processors/disclosure.ts";
import type { Disclosures } from "../../operations/ports.ts";
import { isConditionFailure } from "./condition-failure.ts";

/** What has gone by itself there is of no use here; a clock that is behind, or a hold there, may take some days. */
const KEPT_PAST_END_SECONDS = 35 * 86_400;

const StoredDisclosureSchema = z.object({ disclosure: DisclosureSchema });

/**
 * Returns what was sent, in a table with the string keys `pk` and `sk` and the time to live `expiresAtEpochSeconds`: a row
 * `subject#REFERENCE` / time and id for each thing, and `thing#DIGEST` / `owner` that says whose it is. What nobody knows
 * an end of stays until it is settled.
 */
export function dynamodbDisclosures(documents: DynamoDBDocumentClient, table: string): Disclosures {
  return {
    async record(subjectRef, disclosure) {
      const { agesOutAt } = disclosure;
      const end =
        agesOutAt === undefined
          ? {}
          : { expiresAtEpochSeconds: Math.ceil(Date.parse(agesOutAt) / 1000) + KEPT_PAST_END_SECONDS };
      const Item = { pk: partitionOf(subjectRef), sk: rowOf(disclosure.disclosureId), disclosure, ...end };
      const owner = ownerKey(disclosure);
      const TransactItems = [
        { Put: { TableName: table, Item } },
        ...(owner
          ? [
              {
                Put: {
                  TableName: table,
                  Item: { ...owner, subjectRef, ...end },
                  ...unlessAnothers(subjectRef),
                },
              },
            ]
          : []),
      ];
      try {
        await documents.send(new TransactWriteCommand({ TransactItems }));
      } catch (error) {
        if (isConditionFailure(error)) throw new SentOfAnother(disclosure);
        throw error;
      }
    },

    async *of(subjectRef): AsyncGenerator<Disclosure> {
      const pages = paginateQuery(
        { client: documents },
        {
          TableName: table,
          KeyConditionExpression: "pk = :pk",
          ExpressionAttributeValues: { ":pk": partitionOf(subjectRef) },
          ConsistentRead: true,
        },
      );
      for await (const { Items = [] } of pages) {
        for (const item of Items) yield StoredDisclosureSchema.parse(item).disclosure;
      }
    },

    async settle(subjectRef, disclosure) {
      const keys = [
        { pk: partitionOf(subjectRef), sk: rowOf(disclosure.disclosureId) },
        ownerKey(disclosure),
      ];
      for (const Key of keys) {
        if (Key) await documents.send(new DeleteCommand({ TableName: table, Key }));
      }
    },
  };
}

function ownerKey(disclosure: Disclosure) {
  const key = copyKey(disclosure);
  return key === undefined ? undefined : { pk: `thing#${key}`, sk: "owner" };
}

function unlessAnothers(subjectRef: string) {
  return {
    ConditionExpression: "attribute_not_exists(pk) OR subjectRef = :subjectRef",
    ExpressionAttributeValues: { ":subjectRef": subjectRef },
  };
}

function partitionOf(subjectRef: string): string {
  return `subject#${subjectRef}`;
}

/** An id begins with the time it was made. */
function rowOf(disclosureId: string): string {
  return `sent#${disclosureId}`;
}

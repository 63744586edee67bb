import { DeleteCommand, type DynamoDBDocumentClient, PutCommand, paginateQuery } from "@aws-sdk/lib-dynamodb";
import { z } from "zod";
import { type Disclosure, DisclosureSchema } from "../../domain/processors/disclosure.ts";
import type { Disclosures } from "../../operations/ports.ts";

/** What has gone by itself there is of no use here; a clock that is behind, or a hold there, may take some days. */
const KEPT_PAST_END_SECONDS = 35 * 86_400;

const StoredDisclosureSchema = z.object({ disclosure: DisclosureSchema });

/**
 * Returns what was sent, in a table with the string keys `pk` and `sk` and the time to live `expiresAtEpochSeconds`: a row
 * `subject#REFERENCE` / time and id for each thing. What nobody knows an end of stays until it is settled.
 */
export function dynamodbDisclosures(documents: DynamoDBDocumentClient, table: string): Disclosures {
  return {
    async record(subjectRef, disclosure) {
      const { agesOutAt } = disclosure;
      const Item = {
        pk: partitionOf(subjectRef),
        sk: rowOf(disclosure.disclosureId),
        disclosure,
        ...(agesOutAt === undefined
          ? {}
          : { expiresAtEpochSeconds: Math.ceil(Date.parse(agesOutAt) / 1000) + KEPT_PAST_END_SECONDS }),
      };
      await documents.send(new PutCommand({ TableName: table, Item }));
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

    async settle(subjectRef, disclosureId) {
      const Key = { pk: partitionOf(subjectRef), sk: rowOf(disclosureId) };
      await documents.send(new DeleteCommand({ TableName: table, Key }));
    },
  };
}

function partitionOf(subjectRef: string): string {
  return `subject#${subjectRef}`;
}

/** An id begins with the time it was made. */
function rowOf(disclosureId: string): string {
  return `sent#${disclosureId}`;
}

import { type DynamoDBDocumentClient, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { z } from "zod";
import { TombstoneSchema, tombstoneKey } from "../../domain/erasure/tombstone.ts";
import type { Tombstones } from "../../operations/ports.ts";
import { isConditionFailure } from "./condition-failure.ts";
import { readItems } from "./read-items.ts";

const StoredTombstoneSchema = z.object({ pk: z.string(), tombstone: TombstoneSchema });

/** Returns the tombstones in a table with the string key `pk` and the time to live `expiresAtEpochSeconds`. */
export function dynamodbTombstones(documents: DynamoDBDocumentClient, table: string): Tombstones {
  const read: Tombstones["read"] = async (subjectRef, scope) => {
    const Key = { pk: `tombstone#${tombstoneKey(subjectRef, scope)}` };
    const { Item } = await documents.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
    return Item ? StoredTombstoneSchema.parse(Item).tombstone : undefined;
  };
  return {
    read,
    async readEach(asked) {
      const keys = asked.map(({ subjectRef, scope }) => `tombstone#${tombstoneKey(subjectRef, scope)}`);
      const found = await readItems(
        documents,
        table,
        [...new Set(keys)].map((pk) => ({ pk })),
      );
      const stored = found.map((item) => StoredTombstoneSchema.parse(item));
      const byKey = new Map(stored.map(({ pk, tombstone }) => [pk, tombstone]));
      return keys.map((pk) => byKey.get(pk));
    },
    async put(tombstone) {
      const { subjectRef, requestId, erasedAt, expiresAt } = tombstone;
      try {
        await documents.send(
          new PutCommand({
            TableName: table,
            Item: {
              pk: `tombstone#${tombstoneKey(subjectRef, tombstone)}`,
              requestId,
              erasedAt,
              tombstone,
              expiresAtEpochSeconds: Math.ceil(new Date(expiresAt).getTime() / 1000),
            },
            ConditionExpression:
              "attribute_not_exists(pk) OR (requestId <> :requestId AND erasedAt < :erasedAt)",
            ExpressionAttributeValues: { ":requestId": requestId, ":erasedAt": erasedAt },
          }),
        );
        return tombstone;
      } catch (error) {
        if (!isConditionFailure(error)) throw error;
        return (await read(subjectRef, tombstone)) ?? tombstone;
      }
    },
  };
}

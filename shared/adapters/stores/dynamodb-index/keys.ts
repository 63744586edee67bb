import { type AttributeValue, GetItemCommand, QueryCommand } from "@aws-sdk/client-dynamodb";
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { fillSubject, type SubjectId } from "../../../domain/erasure/subject-id.ts";
import type { IndexedLayout } from "../../../domain/policy/table-stores.ts";
import { type ItemEntry, type ItemKey, itemEntry } from "../item-entry.ts";

/** So many items are read at once; DynamoDB takes far more, and a page of an index holds thousands. */
const READS_AT_ONCE = 25;

/**
 * Yields the items that are a subject's: those that the index names and of which the table itself, read consistently,
 * says the same. An index lags behind, so it may still name what is gone or has gone over to somebody else.
 */
export async function* indexedItems(
  documents: DynamoDBDocumentClient,
  table: string,
  store: IndexedLayout,
  subject: SubjectId,
): AsyncIterable<readonly ItemEntry[]> {
  for await (const page of namedByIndex(documents, table, store, subject)) {
    for (let at = 0; at < page.length; at += READS_AT_ONCE) {
      const keys = page.slice(at, at + READS_AT_ONCE);
      const theirs = await Promise.all(
        keys.map((key) => isStillTheirs(documents, table, store, subject, key)),
      );
      yield keys.filter((_, index) => theirs[index]).map(itemEntry);
    }
  }
}

/** Returns the names of the attributes that make an item's key. */
export function keyAttributes({ partitionKey, sortKey }: IndexedLayout): readonly string[] {
  return [partitionKey.attribute, ...(sortKey ? [sortKey.attribute] : [])];
}

async function* namedByIndex(
  documents: DynamoDBDocumentClient,
  table: string,
  store: IndexedLayout,
  subject: SubjectId,
): AsyncIterable<readonly ItemKey[]> {
  const { index, partitionKey } = store.locatedBy;
  const names = Object.fromEntries(keyAttributes(store).map((attribute, at) => [`#k${at}`, attribute]));
  let after: Record<string, AttributeValue> | undefined;
  do {
    const page = await documents.send(
      new QueryCommand({
        TableName: table,
        IndexName: index,
        KeyConditionExpression: "#located = :subject",
        ProjectionExpression: Object.keys(names).join(", "),
        ExpressionAttributeNames: { ...names, "#located": partitionKey.attribute },
        ExpressionAttributeValues: { ":subject": { S: fillSubject(partitionKey.template, subject) } },
        ...(after ? { ExclusiveStartKey: after } : {}),
      }),
    );
    yield page.Items ?? [];
    after = page.LastEvaluatedKey;
  } while (after);
}

async function isStillTheirs(
  documents: DynamoDBDocumentClient,
  table: string,
  { locatedBy: { partitionKey } }: IndexedLayout,
  subject: SubjectId,
  key: ItemKey,
): Promise<boolean> {
  const { Item } = await documents.send(
    new GetItemCommand({
      TableName: table,
      Key: key,
      ConsistentRead: true,
      ProjectionExpression: "#located",
      ExpressionAttributeNames: { "#located": partitionKey.attribute },
    }),
  );
  return Item?.[partitionKey.attribute]?.S === fillSubject(partitionKey.template, subject);
}

import { type AttributeValue, ScanCommand } from "@aws-sdk/client-dynamodb";
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { fillSubject, type SubjectId } from "../../../domain/erasure/subject-id.ts";
import type { MentionsLayout } from "../../../domain/policy/table-stores.ts";
import { type ItemEntry, itemEntry } from "../item-entry.ts";

/** Where items of others are that may name people. */
export interface MentionsIn {
  readonly documents: DynamoDBDocumentClient;
  readonly table: string;
  readonly store: MentionsLayout;
}

/** Returns the condition under which an item names the person, with what it refers to. */
export function namesThem({ store }: MentionsIn, subject: SubjectId) {
  return {
    // In a text, `contains` would also take a longer name that has this one in it; in a set it takes whole ones.
    condition:
      store.effect === "remove-from-set"
        ? "attribute_type(#mention, :set) AND contains(#mention, :subject)"
        : "#mention = :subject",
    names: { "#mention": store.attribute },
    values: {
      ":subject": { S: fillSubject(store.template, subject) },
      ...(store.effect === "remove-from-set" ? { ":set": { S: "SS" } } : {}),
    },
  };
}

/** Yields the items that name a person, read consistently over the whole table; a page ends at 1 MB read. */
export async function* itemsNaming(
  where: MentionsIn,
  subject: SubjectId,
): AsyncIterable<readonly ItemEntry[]> {
  const { condition, names, values } = namesThem(where, subject);
  const { partitionKey, sortKey } = where.store;
  const attributes = [partitionKey, ...(sortKey ? [sortKey] : [])].map((key) => key.attribute);
  const keys = Object.fromEntries(attributes.map((attribute, at) => [`#k${at}`, attribute]));
  let after: Record<string, AttributeValue> | undefined;
  do {
    const page = await where.documents.send(
      new ScanCommand({
        TableName: where.table,
        FilterExpression: condition,
        ProjectionExpression: Object.keys(keys).join(", "),
        ExpressionAttributeNames: { ...names, ...keys },
        ExpressionAttributeValues: values,
        ConsistentRead: true,
        ...(after ? { ExclusiveStartKey: after } : {}),
      }),
    );
    yield (page.Items ?? []).map(itemEntry);
    after = page.LastEvaluatedKey;
  } while (after);
}

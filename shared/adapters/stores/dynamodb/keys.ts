import { type AttributeValue, QueryCommand } from "@aws-sdk/client-dynamodb";
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { Scope } from "../../../domain/erasure/scope.ts";
import { fillSubject, type SubjectId } from "../../../domain/erasure/subject-id.ts";
import type { DynamodbLayout } from "../../../domain/policy/store.ts";
import type { ItemKey } from "../item-entry.ts";
import { itemPlace, ThingNotLocated } from "../item-place.ts";

/** Yields pages of the keys of a subject's items, read consistently; a page ends at 1 MB read. */
export async function* itemKeys(
  documents: DynamoDBDocumentClient,
  table: string,
  store: DynamodbLayout,
  subject: SubjectId,
  scope: Scope,
): AsyncIterable<readonly ItemKey[]> {
  const attributes = [store.partitionKey.attribute, ...(store.sortKey ? [store.sortKey.attribute] : [])];
  const names = Object.fromEntries(attributes.map((attribute, at) => [`#k${at}`, attribute]));
  const sortKey = attributes[1];
  const place = itemPlace(store.items, subject, scope);
  if (place && sortKey === undefined)
    throw new ThingNotLocated("The table has no sort key to tell things apart by.");
  // DynamoDB refuses an empty beginning: what begins with an open part is told apart among all that the subject has.
  const beginning = place?.prefix || undefined;
  let after: Record<string, AttributeValue> | undefined;
  do {
    const page = await documents.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: beginning ? "#k0 = :subject AND begins_with(#k1, :item)" : "#k0 = :subject",
        ProjectionExpression: Object.keys(names).join(", "),
        ExpressionAttributeNames: names,
        ExpressionAttributeValues: {
          ":subject": { S: fillSubject(store.partitionKey.template, subject) },
          ...(beginning ? { ":item": { S: beginning } } : {}),
        },
        ConsistentRead: true,
        ...(after ? { ExclusiveStartKey: after } : {}),
      }),
    );
    const items = page.Items ?? [];
    yield place ? items.filter((item) => place.holds(item[sortKey ?? ""]?.S ?? "")) : items;
    after = page.LastEvaluatedKey;
  } while (after);
}

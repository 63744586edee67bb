import { type AttributeValue, QueryCommand } from "@aws-sdk/client-dynamodb";
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { fillSubject, type SubjectId } from "../../../domain/erasure/subject-id.ts";
import type { DynamodbLayout } from "../../../domain/policy/store.ts";

/**
 * The key attributes of one item, as DynamoDB writes them: a number of 38 digits would lose some as a JavaScript one,
 * and the item would be missed.
 */
export type ItemKey = Readonly<Record<string, AttributeValue>>;

/** Yields pages of the keys of a subject's items, read consistently; a page ends at 1 MB read. */
export async function* itemKeys(
  documents: DynamoDBDocumentClient,
  table: string,
  store: DynamodbLayout,
  subject: SubjectId,
): AsyncIterable<readonly ItemKey[]> {
  const attributes = [store.partitionKey.attribute, ...(store.sortKey ? [store.sortKey.attribute] : [])];
  const names = Object.fromEntries(attributes.map((attribute, at) => [`#k${at}`, attribute]));
  let after: Record<string, AttributeValue> | undefined;
  do {
    const page = await documents.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: "#k0 = :subject",
        ProjectionExpression: Object.keys(names).join(", "),
        ExpressionAttributeNames: names,
        ExpressionAttributeValues: { ":subject": { S: fillSubject(store.partitionKey.template, subject) } },
        ConsistentRead: true,
        ...(after ? { ExclusiveStartKey: after } : {}),
      }),
    );
    yield page.Items ?? [];
    after = page.LastEvaluatedKey;
  } while (after);
}

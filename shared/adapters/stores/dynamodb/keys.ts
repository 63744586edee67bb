import { type DynamoDBDocumentClient, QueryCommand } from "@aws-sdk/lib-dynamodb";
import { fillSubject, type SubjectId } from "../../../domain/erasure/subject-id.ts";
import type { DynamodbStore } from "../../../domain/policy/store.ts";

/** The key attributes of one item. */
export type ItemKey = Readonly<Record<string, unknown>>;

/** Yields pages of the keys of a subject's items, read consistently; a page ends at 1 MB read. */
export async function* itemKeys(
  documents: DynamoDBDocumentClient,
  table: string,
  store: DynamodbStore,
  subject: SubjectId,
): AsyncIterable<readonly ItemKey[]> {
  const attributes = [store.partitionKey.attribute, ...(store.sortKey ? [store.sortKey.attribute] : [])];
  const names = Object.fromEntries(attributes.map((attribute, at) => [`#k${at}`, attribute]));
  let after: Record<string, unknown> | undefined;
  do {
    const page = await documents.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: "#k0 = :subject",
        ProjectionExpression: Object.keys(names).join(", "),
        ExpressionAttributeNames: names,
        ExpressionAttributeValues: { ":subject": fillSubject(store.partitionKey.template, subject) },
        ConsistentRead: true,
        ...(after ? { ExclusiveStartKey: after } : {}),
      }),
    );
    yield page.Items ?? [];
    after = page.LastEvaluatedKey;
  } while (after);
}

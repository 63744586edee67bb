import { setTimeout as pause } from "node:timers/promises";
import {
  type AttributeValue,
  GetItemCommand,
  QueryCommand,
  type QueryCommandOutput,
} from "@aws-sdk/client-dynamodb";
import { type DynamoDBDocumentClient, paginateScan } from "@aws-sdk/lib-dynamodb";
import type { SubjectId } from "../../../domain/erasure/subject-id.ts";
import type { IndexedLayout } from "../../../domain/policy/table-stores.ts";
import type { StoreVerifier } from "../../../operations/ports.ts";

/** Between two looks at an index that shows changes late, and promises no bound. */
const BETWEEN_LOOKS_MS = 10_000;

/**
 * Returns a verifier that does not trust the index: it reads the whole table, consistently, and compares; or, where
 * the policy says that the table is too large, asks the index twice and the table about each item named. It shares
 * no code with finder and eraser.
 */
export function indexVerifier(
  documents: DynamoDBDocumentClient,
  table: string,
  store: IndexedLayout,
  wait: (milliseconds: number) => Promise<unknown> = pause,
): StoreVerifier {
  return {
    countRemaining: (subject) =>
      store.verifiedBy === "scan"
        ? countInTable(documents, table, store, subject)
        : countInIndexTwice({ documents, table, store, wait }, subject),
  };
}

async function countInTable(
  documents: DynamoDBDocumentClient,
  TableName: string,
  { locatedBy: { partitionKey } }: IndexedLayout,
  subject: SubjectId,
): Promise<number> {
  const { attribute, template } = partitionKey;
  const theirs = template.split("{subject}").join(subject);
  const whole = { TableName, AttributesToGet: [attribute], ConsistentRead: true };
  let count = 0;
  for await (const { Items = [] } of paginateScan({ client: documents }, whole)) {
    count += Items.filter((item) => item[attribute] === theirs).length;
  }
  return count;
}

interface Looking {
  readonly documents: DynamoDBDocumentClient;
  readonly table: string;
  readonly store: IndexedLayout;
  readonly wait: (milliseconds: number) => Promise<unknown>;
}

async function countInIndexTwice(looking: Looking, subject: SubjectId): Promise<number> {
  const first = await countInIndex(looking, subject);
  await looking.wait(BETWEEN_LOOKS_MS);
  return Math.max(first, await countInIndex(looking, subject));
}

/** Keys are passed on as DynamoDB writes them: a long number would lose digits as a JavaScript one. */
async function countInIndex({ documents, table, store }: Looking, subject: SubjectId): Promise<number> {
  const { index, partitionKey } = store.locatedBy;
  const theirs = { S: partitionKey.template.split("{subject}").join(subject) };
  let count = 0;
  let after: Record<string, AttributeValue> | undefined;
  do {
    const page: QueryCommandOutput = await documents.send(
      new QueryCommand({
        TableName: table,
        IndexName: index,
        KeyConditions: {
          [partitionKey.attribute]: { ComparisonOperator: "EQ", AttributeValueList: [theirs] },
        },
        ExclusiveStartKey: after,
      }),
    );
    for (const item of page.Items ?? []) {
      const Key = keyOf(store, item);
      const read = await documents.send(
        new GetItemCommand({
          TableName: table,
          Key,
          AttributesToGet: [partitionKey.attribute],
          ConsistentRead: true,
        }),
      );
      if (read.Item?.[partitionKey.attribute]?.S === theirs.S) count += 1;
    }
    after = page.LastEvaluatedKey;
  } while (after);
  return count;
}

function keyOf({ partitionKey, sortKey }: IndexedLayout, item: Record<string, AttributeValue>) {
  const names = [partitionKey, ...(sortKey ? [sortKey] : [])].map(({ attribute }) => attribute);
  return Object.fromEntries(Object.entries(item).filter(([name]) => names.includes(name)));
}

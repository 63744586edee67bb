import { setTimeout as pause } from "node:timers/promises";
import { BatchWriteCommand, type DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { DynamodbStore } from "../../../domain/policy/store.ts";
import type { StoreEraser } from "../../../operations/ports.ts";
import { type ItemKey, itemKeys } from "./keys.ts";

/** DynamoDB takes this many a call: https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html */
const ITEMS_PER_CALL = 25;
/** One partition takes 1,000 writes a second; what it put off is sent again after pauses of up to 13 s together. */
const TRIES_MAX = 8;
const FIRST_PAUSE_MS = 100;
/** Something that is written as fast as it is deleted is for the verifier to see, and for a person to stop. */
const PASSES_MAX = 10;

/** DynamoDB kept putting items off; what was deleted before stays deleted. */
export class ItemsPutOff extends Error {
  override readonly name = "ItemsPutOff";
}

/** Returns an eraser of the subject's partition: it ends with a consistent query that finds nothing. */
export function dynamodbEraser(
  documents: DynamoDBDocumentClient,
  table: string,
  store: DynamodbStore,
): StoreEraser {
  return {
    async erase(subject, gate, onDeleted) {
      let deleted = 0;
      for (let passes = 1; passes <= PASSES_MAX; passes += 1) {
        let sent = 0;
        for await (const batch of batchesOf(itemKeys(documents, table, store, subject))) {
          const { proceed } = await gate.mayDelete();
          if (!proceed) return { deleted, left: 0, leftBehind: [], finished: false };
          await deleteBatch(documents, table, batch);
          sent += batch.length;
          deleted += batch.length;
          await onDeleted(batch.length);
        }
        if (sent === 0) break;
      }
      return { deleted, left: 0, leftBehind: [], finished: true };
    },
  };
}

/** Carries the rest of a page into the next batch, so that no call is sent half empty. */
async function* batchesOf(pages: AsyncIterable<readonly ItemKey[]>): AsyncIterable<readonly ItemKey[]> {
  let waiting: ItemKey[] = [];
  for await (const page of pages) {
    waiting.push(...page);
    while (waiting.length >= ITEMS_PER_CALL) {
      yield waiting.slice(0, ITEMS_PER_CALL);
      waiting = waiting.slice(ITEMS_PER_CALL);
    }
  }
  if (waiting.length > 0) yield waiting;
}

async function deleteBatch(
  documents: DynamoDBDocumentClient,
  table: string,
  keys: readonly ItemKey[],
): Promise<void> {
  let todo: NonNullable<ConstructorParameters<typeof BatchWriteCommand>[0]["RequestItems"]> = {
    [table]: keys.map((Key) => ({ DeleteRequest: { Key } })),
  };
  for (let tries = 1; tries <= TRIES_MAX; tries += 1) {
    const { UnprocessedItems = {} } = await documents.send(new BatchWriteCommand({ RequestItems: todo }));
    if ((UnprocessedItems[table] ?? []).length === 0) return;
    todo = UnprocessedItems;
    await pause(FIRST_PAUSE_MS * 2 ** (tries - 1));
  }
  const count = todo[table]?.length ?? 0;
  throw new ItemsPutOff(
    `DynamoDB put ${count} items of ${table} off ${TRIES_MAX} times: the run tries again.`,
  );
}

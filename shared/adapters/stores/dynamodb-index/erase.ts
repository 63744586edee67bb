import { DeleteItemCommand } from "@aws-sdk/client-dynamodb";
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { fillSubject } from "../../../domain/erasure/subject-id.ts";
import type { IndexedLayout } from "../../../domain/policy/table-stores.ts";
import type { StoreEraser } from "../../../operations/ports.ts";
import { ifStillSo } from "../if-still-so.ts";
import { inPasses, type OneByOne } from "../in-passes.ts";
import type { ItemEntry, ItemKey } from "../item-entry.ts";
import { REAL_TIME, type WaitingTime } from "../real-time.ts";
import { indexedItems } from "./keys.ts";

/**
 * An index shows a change "within a fraction of a second", without a bound: five seconds are ours.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.html
 */
const INDEX_SETTLES_MS = 5000;

/**
 * Returns an eraser of the items that an index names of a subject, each deleted only if the table says that it is still
 * theirs. It ends when the index names nothing twice, some seconds apart.
 */
export function indexEraser(
  documents: DynamoDBDocumentClient,
  table: string,
  store: IndexedLayout,
  { time = REAL_TIME }: { readonly time?: WaitingTime } = {},
): StoreEraser {
  const { attribute, template } = store.locatedBy.partitionKey;
  return {
    erase: (subject, gate, onDeleted) => {
      const deletion = (key: ItemKey) =>
        new DeleteItemCommand({
          TableName: table,
          Key: key,
          ConditionExpression: "#located = :subject",
          ExpressionAttributeNames: { "#located": attribute },
          ExpressionAttributeValues: { ":subject": { S: fillSubject(template, subject) } },
        });
      const entries: OneByOne<ItemEntry> = {
        list: () => indexedItems(documents, table, store, subject),
        change: ({ key }) => ifStillSo(() => documents.send(deletion(key))),
        settlesMs: INDEX_SETTLES_MS,
      };
      return inPasses(entries, gate, onDeleted, time);
    },
  };
}

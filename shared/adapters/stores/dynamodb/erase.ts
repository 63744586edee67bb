import { BatchWriteItemCommand } from "@aws-sdk/client-dynamodb";
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { DynamodbStore } from "../../../domain/policy/store.ts";
import type { StoreEraser } from "../../../operations/ports.ts";
import { REAL_TIME, type WaitingTime } from "../real-time.ts";
import { type ItemKey, itemKeys } from "./keys.ts";

/** DynamoDB takes this many a call: https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html */
const ITEMS_PER_CALL = 25;
/** One partition takes 1,000 writes a second; so many calls in a row that wrote nothing mean more than that. */
const CALLS_IN_VAIN_MAX = 8;
/** Doubled with each call in vain: 13 s together. */
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
  time: WaitingTime = REAL_TIME,
): StoreEraser {
  return {
    async erase(subject, gate, onDeleted) {
      let deleted = 0;
      for (let passes = 1; passes <= PASSES_MAX; passes += 1) {
        const deletedBefore = deleted;
        const batches = batchesOf(itemKeys(documents, table, store, subject));
        const putOff = { keys: emptyBatch, callsInVain: 0 };
        for await (const batch of batches(() => putOff.keys)) {
          const { proceed } = await gate.mayDelete();
          if (!proceed) return { deleted, left: 0, leftBehind: [], finished: false };
        }
        if (deleted === deletedBefore) break;
      }
      return { deleted, left: 0, leftBehind: [], finished: true };
    },
  };
}

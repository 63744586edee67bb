import { BatchWriteItemCommand } from "@aws-sdk/client-dynamodb";
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { ACCOUNT, type Scope } from "../../../domain/erasure/scope.ts";
import type { DynamodbLayout } from "../../../domain/policy/store.ts";
import type { DeleteGate, StoreEraser } from "../../../operations/ports.ts";
import type { ItemKey } from "../item-entry.ts";
import { LeftBehindList } from "../left-behind.ts";
import { REAL_TIME, type WaitingTime } from "../real-time.ts";
import { itemKeys } from "./keys.ts";

/** DynamoDB takes this many a call: https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html */
const ITEMS_PER_CALL = 25;
/** One partition takes 1,000 writes a second; so many calls in a row that deleted nothing mean more than that. */
const CALLS_IN_VAIN_MAX = 8;
/** After a call that put items off; doubled with each call in vain, 25 s together. */
const PAUSE_MS = 100;
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
  store: DynamodbLayout,
  { scope = ACCOUNT, time = REAL_TIME }: { readonly scope?: Scope; readonly time?: WaitingTime } = {},
): StoreEraser {
  return {
    async erase(subject, gate, onDeleted) {
      const work: Work = {
        ...{ documents, table, store, time, gate, onDeleted },
        ...{ waiting: [], deleted: 0, left: new LeftBehindList(), stopped: false },
      };
      for (let passes = 1; passes <= PASSES_MAX && !work.stopped; passes += 1) {
        const before = work.deleted;
        work.left = new LeftBehindList();
        for await (const keys of itemKeys(documents, table, store, subject, scope)) {
          work.waiting.push(...keys);
          // The rest of a page goes with the next one, so that no call is sent half empty.
          await deleteDownTo(work, ITEMS_PER_CALL - 1);
          if (work.stopped) break;
        }
        await deleteDownTo(work, 0);
        if (work.deleted === before) break;
      }
      const { count: left, listed: leftBehind } = work.left;
      return { deleted: work.deleted, left, leftBehind, finished: !work.stopped };
    },
  };
}

interface Work {
  readonly documents: DynamoDBDocumentClient;
  readonly table: string;
  readonly store: DynamodbLayout;
  readonly time: WaitingTime;
  readonly gate: DeleteGate;
  readonly onDeleted: (deleted: number) => Promise<void>;
  readonly waiting: ItemKey[];
  deleted: number;
  /** Of the pass that is under way. */
  left: LeftBehindList;
  stopped: boolean;
}

/** Deletes until at most `rest` items wait, or the gate stops it. What DynamoDB puts off goes with the next call. */
async function deleteDownTo(work: Work, rest: number): Promise<void> {
  let callsInVain = 0;
  while (work.waiting.length > rest && !work.stopped) {
    const next = work.waiting.splice(0, ITEMS_PER_CALL);
    const answer = await work.gate.mayDelete(next.map((key) => entryOf(key, work.store)));
    if (!answer.proceed) {
      work.stopped = true;
      return;
    }
    for (const held of answer.held) work.left.addHeld(held);
    const batch = answer.free.map(({ key }) => key);
    if (batch.length === 0) continue;
    const putOff = await deleteBatch(work, batch);
    work.waiting.unshift(...putOff);
    const deleted = batch.length - putOff.length;
    if (deleted > 0) {
      work.deleted += deleted;
      await work.onDeleted(deleted);
    }
    callsInVain = deleted > 0 ? 0 : callsInVain + 1;
    if (callsInVain === CALLS_IN_VAIN_MAX) {
      throw new ItemsPutOff(
        `DynamoDB put items of table ${work.table} off ${callsInVain} times in a row: erase this store again later.`,
      );
    }
    if (putOff.length > 0) await work.time.pause(PAUSE_MS * 2 ** callsInVain);
  }
}

/** Returns an item as the gate is asked for it. It tells nothing of when it was made. Its name among those of a person is its sort key. */
export function entryOf(key: ItemKey, { partitionKey, sortKey }: DynamodbLayout) {
  const named = [key[partitionKey.attribute], sortKey && key[sortKey.attribute]].flatMap(
    (value) => value ?? [],
  );
  const names = named.map((value) => value.S ?? value.N ?? Buffer.from(value.B ?? []).toString("base64"));
  return { key, id: names.join("\n"), item: names.at(-1) ?? "" };
}

/** Returns the keys of the items that DynamoDB has not come to. */
async function deleteBatch(
  { documents, table }: Work,
  keys: readonly ItemKey[],
): Promise<readonly ItemKey[]> {
  const requests = keys.map((Key) => ({ DeleteRequest: { Key } }));
  const { UnprocessedItems = {} } = await documents.send(
    new BatchWriteItemCommand({ RequestItems: { [table]: requests } }),
  );
  return (UnprocessedItems[table] ?? []).flatMap(({ DeleteRequest }) =>
    DeleteRequest?.Key ? [DeleteRequest.Key] : [],
  );
}

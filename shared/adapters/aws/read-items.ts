import { BatchGetCommand, type DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { chunks } from "../../domain/retention/pack-due-rows.ts";
import { atOnce } from "../at-once.ts";
import { REAL_TIME, type WaitingTime } from "../stores/real-time.ts";

/** DynamoDB takes this many a call: https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html */
const ITEMS_PER_READ = 100;
const READS_AT_ONCE = 8;
/** So many calls in a row that left items out mean that the table takes no more now: 25 s together. */
const TRIES_MAX = 8;
const PAUSE_MS = 100;

/** DynamoDB kept putting reads off; nothing was decided. */
class ReadsPutOff extends Error {
  override readonly name = "ReadsPutOff";
}

/** Returns those of the items with these keys that there are, in no order, read consistently; a key may be given once. */
export async function readItems(
  documents: DynamoDBDocumentClient,
  table: string,
  keys: readonly Readonly<Record<string, string>>[],
  time: WaitingTime = REAL_TIME,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const parts = await atOnce(READS_AT_ONCE, chunks(keys, ITEMS_PER_READ), async (part) => {
    const found: Record<string, unknown>[] = [];
    let todo: Record<string, unknown>[] = [...part];
    for (let tries = 0; todo.length > 0; tries += 1) {
      if (tries === TRIES_MAX) throw new ReadsPutOff(`DynamoDB put reads of table ${table} off: come again.`);
      if (tries > 0) await time.pause(PAUSE_MS * 2 ** (tries - 1));
      const { Responses, UnprocessedKeys } = await documents.send(
        new BatchGetCommand({ RequestItems: { [table]: { Keys: todo, ConsistentRead: true } } }),
      );
      found.push(...(Responses?.[table] ?? []));
      todo = UnprocessedKeys?.[table]?.Keys ?? [];
    }
    return found;
  });
  return parts.flat();
}

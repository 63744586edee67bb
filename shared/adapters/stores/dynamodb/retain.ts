import {
  type AttributeValue,
  QueryCommand,
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from "@aws-sdk/client-dynamodb";
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { epochSecondsOf } from "../../../domain/erasure/retained-record.ts";
import { fillSubject, type SubjectId } from "../../../domain/erasure/subject-id.ts";
import type { RetainedStore } from "../../../domain/policy/retained-stores.ts";
import type { DeleteGate, StoreEraser } from "../../../operations/ports.ts";
import { LeftBehindList } from "../left-behind.ts";
import { REAL_TIME, type WaitingTime } from "../real-time.ts";
import { entryOf } from "./erase.ts";
import { ifUnchanged } from "./if-unchanged.ts";
import { attributesRead, cutItem, type Item, madeAt } from "./retained-item.ts";

/**
 * Each takes two of the hundred writes that a transaction may have, and all together stay far below its 4 MB.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html
 */
const RECORDS_PER_CALL = 25;
const CHARS_PER_CALL = 500_000;
/** What is written as fast as it is moved is for the verifier to see, and for a person to stop. */
const PASSES_MAX = 6;
/** After a pass in which others wrote to the same records, or DynamoDB put some off; doubled with each, 13 s together. */
const PAUSE_MS = 100;
/** Somebody else wrote, or DynamoDB had no room: the record is read anew. Any other reason is an error. */
const READ_ANEW = [
  "ConditionalCheckFailed",
  "TransactionConflict",
  "ThrottlingError",
  "ProvisionedThroughputExceeded",
];

/** Where retained records get their pseudonyms and their moments from. */
export interface RetainingPorts {
  readonly pseudonymOf: (subject: SubjectId) => Promise<SubjectId>;
  readonly now: () => Date;
  readonly time?: WaitingTime;
}

/**
 * Returns what takes the place of an eraser where a duty wants a part of each record: it puts that part under a pseudonym
 * and deletes the record, both or neither. A record whose end has come is only deleted.
 *
 * It deletes what it has read and nothing newer: the transaction holds only if the record is still the one that was cut.
 */
export function dynamodbRetainer(
  documents: DynamoDBDocumentClient,
  table: string,
  retained: RetainedStore,
  { pseudonymOf, now, time = REAL_TIME }: RetainingPorts,
): StoreEraser {
  return {
    async erase(subject, gate, onDeleted) {
      const work: Work = {
        ...{ documents, table, retained, gate, onDeleted, subject, now },
        ...{ pseudonym: await pseudonymOf(subject), deleted: 0, pseudonymised: 0 },
        ...{ left: new LeftBehindList(), putOff: 0, stopped: false },
      };
      for (let passes = 1; passes <= PASSES_MAX && !work.stopped; passes += 1) {
        const before = work.deleted + work.pseudonymised;
        work.left = new LeftBehindList();
        work.putOff = 0;
        for await (const items of itemsOf(work)) {
          await moveAll(work, items);
          if (work.stopped) break;
        }
        if (work.putOff > 0) await time.pause(PAUSE_MS * 2 ** passes);
        else if (work.deleted + work.pseudonymised === before) break;
      }
      const { deleted, pseudonymised, stopped } = work;
      const { count: left, listed: leftBehind } = work.left;
      return { deleted, pseudonymised, left, leftBehind, finished: !stopped };
    },
  };
}

interface Work {
  readonly documents: DynamoDBDocumentClient;
  readonly table: string;
  readonly retained: RetainedStore;
  readonly gate: DeleteGate;
  readonly onDeleted: (deleted: number) => Promise<void>;
  readonly subject: SubjectId;
  readonly pseudonym: SubjectId;
  readonly now: () => Date;
  deleted: number;
  pseudonymised: number;
  /** Of the pass that is under way. */
  left: LeftBehindList;
  putOff: number;
  stopped: boolean;
}

/** Yields pages of what the person's records hold of what is kept, read consistently; a page ends at 1 MB read. */
async function* itemsOf({ documents, table, retained, subject }: Work): AsyncIterable<readonly Item[]> {
  const { template } = retained.store.partitionKey;
  // The partition key is the first of them.
  const read = attributesRead(retained).map((name, at) => [`#a${at}`, name] as const);
  let after: Record<string, AttributeValue> | undefined;
  do {
    const page = await documents.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: "#a0 = :subject",
        ProjectionExpression: read.map(([placeholder]) => placeholder).join(", "),
        ExpressionAttributeNames: Object.fromEntries(read),
        ExpressionAttributeValues: { ":subject": { S: fillSubject(template, subject) } },
        ConsistentRead: true,
        ...(after ? { ExclusiveStartKey: after } : {}),
      }),
    );
    yield page.Items ?? [];
    after = page.LastEvaluatedKey;
  } while (after);
}

async function moveAll(work: Work, items: readonly Item[]): Promise<void> {
  const waiting = [...items];
  while (waiting.length > 0) {
    const entries = nextBatch(waiting).map((item) => gateEntry(work, item));
    const answer = await work.gate.mayDelete(entries);
    if (!answer.proceed) {
      work.stopped = true;
      return;
    }
    for (const held of answer.held) work.left.addHeld(held);
    const unmoved = await moveBatch(
      work,
      answer.free.map(({ record }) => record),
    );
    waiting.unshift(...unmoved);
  }
}

/** Takes from the beginning what fits into one transaction; one record always does. */
function nextBatch(waiting: Item[]): readonly Item[] {
  let [count, chars] = [0, 0];
  for (const item of waiting.slice(0, RECORDS_PER_CALL)) {
    chars += JSON.stringify(item).length;
    if (count > 0 && chars > CHARS_PER_CALL) break;
    count += 1;
  }
  return waiting.splice(0, count);
}

/** A record that says when it was made is held by a hold on that time, and by no other. */
function gateEntry({ retained }: Work, record: Item) {
  const { id, item } = entryOf(record, retained.store);
  const seconds = epochSecondsOf(madeAt(retained, record));
  return { id, item, record, ...(seconds === undefined ? {} : { createdAt: new Date(seconds * 1000) }) };
}

/** Returns the records that were not moved though nobody had written to them: one that was changed keeps all from it. */
async function moveBatch(work: Work, records: readonly Item[]): Promise<readonly Item[]> {
  if (records.length === 0) return [];
  const { documents, table, retained, subject, pseudonym } = work;
  const cut = { subject, pseudonym, at: work.now() };
  const moves = records.map((record) => {
    const kept = cutItem(retained, record, cut);
    const taken: TransactWriteItem = { Delete: { TableName: table, ...ifUnchanged(retained, record) } };
    return { record, writes: kept ? [taken, { Put: { TableName: table, Item: kept } }] : [taken] };
  });
  try {
    const TransactItems = moves.flatMap(({ writes }) => writes);
    await documents.send(new TransactWriteItemsCommand({ TransactItems }));
  } catch (error) {
    const reasons = reasonsToReadAnew(error);
    const unmoved = moves.filter(({ writes }) => reasons.splice(0, writes.length).every(isNone));
    work.putOff += moves.length - unmoved.length;
    return unmoved.map(({ record }) => record);
  }
  const pseudonymised = moves.filter(({ writes }) => writes.length > 1).length;
  work.pseudonymised += pseudonymised;
  work.deleted += records.length - pseudonymised;
  await work.onDeleted(records.length);
  return [];
}

/** Returns why a transaction was refused, write by write; anything but another write or too little room is an error. */
function reasonsToReadAnew(error: unknown): string[] {
  if (!(error instanceof TransactionCanceledException)) throw error;
  const reasons = (error.CancellationReasons ?? []).map(({ Code = "" }) => Code);
  const known = reasons.filter((code) => !isNone(code));
  if (known.length === 0 || !known.every((code) => READ_ANEW.includes(code))) throw error;
  return reasons;
}

function isNone(code: string): boolean {
  return code === "None";
}

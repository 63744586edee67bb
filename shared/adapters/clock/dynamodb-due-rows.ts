import { DescribeTableCommand } from "@aws-sdk/client-dynamodb";
import {
  BatchWriteCommand,
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  paginateQuery,
  TransactWriteCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import { z } from "zod";
import { bucketsIn } from "../../domain/retention/due-bucket.ts";
import { type DueRow, DueRowSchema, HELD_BUCKET } from "../../domain/retention/due-row.ts";
import { chunks } from "../../domain/retention/pack-due-rows.ts";
import type { DuePlace, DueRows } from "../../operations/ports.ts";
import { atOnce } from "../at-once.ts";
import { isConditionFailure } from "../aws/condition-failure.ts";
import { REAL_TIME, type WaitingTime } from "../stores/real-time.ts";
import { type Counters, counterUpdates, raiseMaxima } from "./counters.ts";
import { packedKeys, unpackedKeys } from "./packed-keys.ts";

/** DynamoDB takes this many a call: https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html */
const ROWS_PER_WRITE = 25;
const WRITES_AT_ONCE = 8;
/** So many calls in a row that left rows out mean that the table takes no more now: 25 s together. */
const TRIES_MAX = 8;
const PAUSE_MS = 100;
/** A row that nobody came to in so long after it was due is one whose things the reconciler has long found. */
const KEPT_PAST_DUE_SECONDS = 35 * 86_400;

const StoredRowSchema = z.object({
  sk: z.string(),
  schema: DueRowSchema.shape.schema,
  service: z.string(),
  region: z.string(),
  heldSince: DueRowSchema.shape.heldSince,
  refusedSince: DueRowSchema.shape.refusedSince,
  keys: z.instanceof(Uint8Array),
});

/** DynamoDB kept putting writes off; the caller tries again, and writing a row twice is writing it once. */
export class WritesPutOff extends Error {
  override readonly name = "WritesPutOff";
}

/**
 * Returns the due rows in a table with the string keys `pk` and `sk` and the time to live `expiresAtEpochSeconds`.
 *
 * Rows: `DUE#STORE#BUCKET#SHARD` / row id with the packed keys of its things · `WATERMARK#STORE` / shard. A row that is done
 * goes in one transaction with what was counted of it, in the table of measurements.
 */
export function dynamodbDueRows(
  documents: DynamoDBDocumentClient,
  table: string,
  counters: Counters,
  time: WaitingTime = REAL_TIME,
): DueRows {
  const inBucket = async function* (place: DuePlace): AsyncGenerator<DueRow> {
    const pages = paginateQuery(
      { client: documents },
      {
        TableName: table,
        KeyConditionExpression: "pk = :pk",
        ExpressionAttributeValues: { ":pk": partitionOf(place) },
        // Of a stretch of time what is not seen yet is seen a minute later, and at half the price.
        ConsistentRead: place.bucket === HELD_BUCKET,
      },
    );
    for await (const { Items = [] } of pages) for (const item of Items) yield rowOf(place, item);
  };
  return {
    inBucket,

    async *inBuckets({ store, shard, ...range }, buckets) {
      for (const bucket of bucketsIn(buckets, range)) yield* inBucket({ store, shard, bucket });
    },

    async put(rows) {
      const different = [...new Map(rows.map((row) => [`${partitionOf(row)}\n${row.rowId}`, row])).values()];
      await atOnce(WRITES_AT_ONCE, chunks(different, ROWS_PER_WRITE), (part) =>
        putPart(documents, table, part, time),
      );
    },

    async done(row, counted) {
      const Key = { pk: partitionOf(row), sk: row.rowId };
      if (counted.length === 0) {
        const { Attributes } = await documents.send(
          new DeleteCommand({ TableName: table, Key, ReturnValues: "ALL_OLD" }),
        );
        return Attributes !== undefined;
      }
      await raiseMaxima(documents, counters, counted, String(row.shard));
      const Delete = { TableName: table, Key, ConditionExpression: "attribute_exists(pk)" };
      try {
        await documents.send(
          new TransactWriteCommand({
            TransactItems: [{ Delete }, ...counterUpdates(counters, counted, String(row.shard))],
          }),
        );
        return true;
      } catch (error) {
        if (!isConditionFailure(error)) throw error;
        // Two sweepers at the same counter are no reason to leave it out; a row that is gone is.
        const { Item } = await documents.send(
          new GetCommand({ TableName: table, Key, ConsistentRead: true }),
        );
        if (Item) throw error;
        return false;
      }
    },

    async watermark(store, shard) {
      const { Item } = await documents.send(
        new GetCommand({ TableName: table, Key: watermarkKey(store, shard), ConsistentRead: true }),
      );
      return Item && z.object({ bucket: z.iso.datetime() }).parse(Item).bucket;
    },

    async begunAt() {
      const { Table } = await documents.send(new DescribeTableCommand({ TableName: table }));
      return Table?.CreationDateTime;
    },

    async advance(store, shard, bucket) {
      try {
        await documents.send(
          new UpdateCommand({
            TableName: table,
            Key: watermarkKey(store, shard),
            UpdateExpression: "SET #bucket = :bucket",
            ConditionExpression: "attribute_not_exists(#bucket) OR #bucket < :bucket",
            ExpressionAttributeNames: { "#bucket": "bucket" },
            ExpressionAttributeValues: { ":bucket": bucket },
          }),
        );
      } catch (error) {
        // It is there already, or further.
        if (!isConditionFailure(error)) throw error;
      }
    },
  };
}

async function putPart(
  documents: DynamoDBDocumentClient,
  table: string,
  rows: readonly DueRow[],
  time: WaitingTime,
): Promise<void> {
  let todo: Record<string, unknown>[] = rows.map((row) => ({ PutRequest: { Item: itemOf(row) } }));
  for (let tries = 0; todo.length > 0; tries += 1) {
    if (tries === TRIES_MAX) throw new WritesPutOff(`DynamoDB put rows of table ${table} off: come again.`);
    if (tries > 0) await time.pause(PAUSE_MS * 2 ** (tries - 1));
    const { UnprocessedItems } = await documents.send(
      new BatchWriteCommand({ RequestItems: { [table]: todo } }),
    );
    todo = UnprocessedItems?.[table] ?? [];
  }
}

/** The store of its things stands in the partition key once, and not again at each of them. */
function itemOf(row: DueRow) {
  const { rowId, things, bucket, schema, service, region, heldSince, refusedSince } = row;
  const expiresAtEpochSeconds = Math.ceil(Date.parse(bucket) / 1000) + KEPT_PAST_DUE_SECONDS;
  const keys = packedKeys(things.map(({ key }) => key));
  return {
    ...{ pk: partitionOf(row), sk: rowId, schema, service, region, keys, expiresAtEpochSeconds },
    ...(heldSince === undefined ? {} : { heldSince }),
    ...(refusedSince === undefined ? {} : { refusedSince }),
  };
}

function rowOf({ store, bucket, shard }: DuePlace, item: unknown): DueRow {
  const { sk: rowId, keys, ...said } = StoredRowSchema.parse(item);
  const things = unpackedKeys(keys).map((key) => ({ store, key }));
  return DueRowSchema.parse({ ...said, store, bucket, shard, rowId, things });
}

function partitionOf({ store, bucket, shard }: DuePlace): string {
  return `DUE#${store}#${bucket}#${shard}`;
}

function watermarkKey(store: string, shard: number) {
  return { pk: `WATERMARK#${store}`, sk: String(shard) };
}

import {
  type AttributeValue,
  BatchWriteItemCommand,
  CreateTableCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  ResourceInUseException,
  ScanCommand,
  type WriteRequest,
} from "@aws-sdk/client-dynamodb";
import { CopyObjectCommand, paginateListObjectsV2, type S3Client } from "@aws-sdk/client-s3";
import { quarantineTable } from "../../domain/restore/restore.ts";
import { chunks } from "../../domain/retention/pack-due-rows.ts";
import { atOnce } from "../at-once.ts";
import { plain } from "../stores/s3/entries.ts";
import { type BringBack, CopyNotBroughtBack } from "./bring-back.ts";

/** How a copy that lies in a bucket or table of its own is named in the place of a recovery point's ARN. */
const COPIED = /^(bucket|table):(.+)$/u;
const COPIES_AT_ONCE = 16;
/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html */
const ITEMS_PER_WRITE = 25;

/** Returns the name under which a bucket or table is taken for a copy. */
export function copiedPlace(kind: "bucket" | "table", name: string): string {
  return `${kind}:${name}`;
}

/**
 * Returns what brings back copies that lie in a bucket or table of their own. The embedded AWS lists no recovery points,
 * so there a copy is one of these; on AWS nothing may read such a place.
 */
export function broughtBackByCopying({
  s3,
  dynamodb,
  bucket,
}: {
  readonly s3: S3Client;
  readonly dynamodb: DynamoDBClient;
  readonly bucket: string;
}): BringBack {
  return async (restore) => {
    const [, kind, from = ""] = COPIED.exec(restore.pointId) ?? [];
    if (kind === undefined) {
      throw new CopyNotBroughtBack(
        "Name the copy as bucket:NAME or table:NAME: the embedded AWS has no recovery points.",
      );
    }
    if (kind === "bucket") await copyBucket(s3, from, bucket);
    else await copyTable(dynamodb, from, quarantineTable(restore));
    return "whole";
  };
}

async function copyBucket(s3: S3Client, from: string, to: string): Promise<void> {
  for await (const page of paginateListObjectsV2({ client: s3 }, { Bucket: from, EncodingType: "url" })) {
    await atOnce(COPIES_AT_ONCE, page.Contents ?? [], async (object) => {
      const Key = plain(object.Key, page);
      const CopySource = `${from}/${encodeURIComponent(Key)}`;
      await s3.send(new CopyObjectCommand({ Bucket: to, Key, CopySource }));
    });
  }
}

async function copyTable(dynamodb: DynamoDBClient, from: string, to: string): Promise<void> {
  await makeTableLike(dynamodb, from, to);
  let start: Record<string, AttributeValue> | undefined;
  do {
    const page = await dynamodb.send(
      new ScanCommand({
        TableName: from,
        ConsistentRead: true,
        ...(start ? { ExclusiveStartKey: start } : {}),
      }),
    );
    const writes = (page.Items ?? []).map((Item): WriteRequest => ({ PutRequest: { Item } }));
    for (const part of chunks(writes, ITEMS_PER_WRITE)) await writeAll(dynamodb, to, part);
    start = page.LastEvaluatedKey;
  } while (start);
}

async function writeAll(
  dynamodb: DynamoDBClient,
  table: string,
  writes: readonly WriteRequest[],
): Promise<void> {
  for (let todo = [...writes]; todo.length > 0; ) {
    const { UnprocessedItems } = await dynamodb.send(
      new BatchWriteItemCommand({ RequestItems: { [table]: todo } }),
    );
    todo = UnprocessedItems?.[table] ?? [];
  }
}

async function makeTableLike(dynamodb: DynamoDBClient, from: string, to: string): Promise<void> {
  const { Table } = await dynamodb.send(new DescribeTableCommand({ TableName: from }));
  const keys = (Table?.KeySchema ?? []).map(({ AttributeName }) => AttributeName);
  try {
    await dynamodb.send(
      new CreateTableCommand({
        TableName: to,
        KeySchema: Table?.KeySchema,
        AttributeDefinitions: (Table?.AttributeDefinitions ?? []).filter(({ AttributeName }) =>
          keys.includes(AttributeName),
        ),
        BillingMode: "PAY_PER_REQUEST",
      }),
    );
  } catch (error) {
    // A run that was cut short made it; the copying goes on.
    if (!(error instanceof ResourceInUseException)) throw error;
  }
}

import {
  BatchWriteItemCommand,
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  ScanCommand,
} from "@aws-sdk/client-dynamodb";
import { CopyObjectCommand, CreateBucketCommand, paginateListObjectsV2 } from "@aws-sdk/client-s3";
import { LOCAL_CREDENTIALS } from "../../local/local-environment.ts";
import { copiedPlace } from "../../shared/adapters/quarantine/copied-place.ts";
import { copyName } from "../../shared/adapters/quarantine/copied-places.ts";
import type { Service } from "./service.ts";

/** Copies a bucket as a backup of this moment would, and returns the name of the copy. */
export async function copiedBucket(
  { demo: { bindings, s3 } }: Service,
  storeId: string,
  madeAt: Date,
): Promise<string> {
  const Bucket = copyName(storeId, madeAt);
  const from = bindings.stores[storeId]?.id;
  await s3.send(new CreateBucketCommand({ Bucket }));
  for await (const { Contents = [] } of paginateListObjectsV2({ client: s3 }, { Bucket: from })) {
    for (const { Key = "" } of Contents) {
      await s3.send(new CopyObjectCommand({ Bucket, Key, CopySource: `${from}/${encodeURIComponent(Key)}` }));
    }
  }
  return copiedPlace("bucket", Bucket);
}

/** Copies a table in the same way. */
export async function copiedTable(service: Service, storeId: string, madeAt: Date): Promise<string> {
  const place = { endpoint: service.aws.endpoint, region: service.output("Region") };
  const dynamodb = new DynamoDBClient({ ...place, credentials: LOCAL_CREDENTIALS });
  const [from, TableName] = [service.demo.bindings.stores[storeId]?.id, copyName(storeId, madeAt)];
  const { Table } = await dynamodb.send(new DescribeTableCommand({ TableName: from }));
  const { KeySchema, AttributeDefinitions } = Table ?? {};
  await dynamodb.send(
    new CreateTableCommand({ TableName, KeySchema, AttributeDefinitions, BillingMode: "PAY_PER_REQUEST" }),
  );
  const { Items = [] } = await dynamodb.send(new ScanCommand({ TableName: from }));
  for (let at = 0; at < Items.length; at += 25) {
    const writes = Items.slice(at, at + 25).map((Item) => ({ PutRequest: { Item } }));
    await dynamodb.send(new BatchWriteItemCommand({ RequestItems: { [TableName]: writes } }));
  }
  return copiedPlace("table", TableName);
}

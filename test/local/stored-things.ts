import {
  CreateTableCommand,
  DynamoDBClient,
  DynamoDBServiceException,
  GetItemCommand,
  PutItemCommand,
} from "@aws-sdk/client-dynamodb";
import {
  CreateBucketCommand,
  GetObjectCommand,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from "@aws-sdk/client-s3";
import type { LocalAws } from "../../local/local-environment.ts";
import { clientConfig } from "./gap-probes/probe.ts";

const OBJECT = { Bucket: "photos", Key: "photo" };
const TableName = "notes";
const Key = { pk: { S: "note" } };

/** What is found when an embedded AWS begins with nothing. */
export const NOTHING = { object: "NoSuchBucket", item: "ResourceNotFoundException" };

/** What is found after {@link store}. */
export const EVERYTHING = { object: "a photo", item: "a note" };

/** Stores an object and an item. */
export async function store(aws: LocalAws): Promise<void> {
  const s3 = new S3Client(clientConfig(aws));
  await s3.send(new CreateBucketCommand({ Bucket: OBJECT.Bucket }));
  await s3.send(new PutObjectCommand({ ...OBJECT, Body: EVERYTHING.object }));
  const dynamodb = new DynamoDBClient(clientConfig(aws));
  await dynamodb.send(
    new CreateTableCommand({
      TableName,
      BillingMode: "PAY_PER_REQUEST",
      AttributeDefinitions: [{ AttributeName: "pk", AttributeType: "S" }],
      KeySchema: [{ AttributeName: "pk", KeyType: "HASH" }],
    }),
  );
  await dynamodb.send(new PutItemCommand({ TableName, Item: { ...Key, text: { S: EVERYTHING.item } } }));
}

/** Returns what is there of them: the content, or the name of the error. */
export async function stored(aws: LocalAws) {
  return { object: await storedObject(aws), item: await storedItem(aws) };
}

async function storedObject(aws: LocalAws): Promise<string | undefined> {
  try {
    const { Body } = await new S3Client(clientConfig(aws)).send(new GetObjectCommand(OBJECT));
    return await Body?.transformToString();
  } catch (error) {
    if (error instanceof S3ServiceException) return error.name;
    throw error;
  }
}

async function storedItem(aws: LocalAws): Promise<string | undefined> {
  try {
    const dynamodb = new DynamoDBClient(clientConfig(aws));
    return (await dynamodb.send(new GetItemCommand({ TableName, Key }))).Item?.text?.S;
  } catch (error) {
    if (error instanceof DynamoDBServiceException) return error.name;
    throw error;
  }
}

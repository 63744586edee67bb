import { generateKeyPairSync, sign } from "node:crypto";
import { BackupClient } from "@aws-sdk/client-backup";
import { CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { KMSClient } from "@aws-sdk/client-kms";
import { LambdaClient } from "@aws-sdk/client-lambda";
import { S3Client } from "@aws-sdk/client-s3";
import { SESClient } from "@aws-sdk/client-ses";
import { SFNClient } from "@aws-sdk/client-sfn";
import { SQSClient } from "@aws-sdk/client-sqs";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { mockClient } from "aws-sdk-client-mock";
import { z } from "zod";

type Row = Readonly<Record<string, unknown>>;

const InputSchema = z.looseObject({
  TableName: z.string().optional(),
  Key: z.unknown().optional(),
  Bucket: z.string().optional(),
  Item: z.looseObject({ pk: z.unknown() }).optional(),
  ExpressionAttributeValues: z.record(z.string(), z.unknown()).optional(),
  ExpressionAttributeNames: z.record(z.string(), z.string()).optional(),
  ScanIndexForward: z.boolean().optional(),
  Limit: z.number().optional(),
  Message: z.unknown().optional(),
  Body: z.unknown().optional(),
  TransactItems: z
    .array(z.record(z.string(), z.looseObject({ TableName: z.string().optional() })))
    .optional(),
  Delete: z.looseObject({ Objects: z.array(z.looseObject({ Key: z.string() })) }).optional(),
});
type Input = z.infer<typeof InputSchema>;

/** Everything of AWS that functions reach: tables and buckets that keep what they are given, and marked people in them. */
export function markedAws(marks: { readonly address: string; readonly subject: string }) {
  const clients = [
    mockClient(DynamoDBDocumentClient),
    mockClient(DynamoDBClient),
    mockClient(BackupClient),
    mockClient(S3Client),
    mockClient(CognitoIdentityProviderClient),
    mockClient(KMSClient),
    mockClient(SESClient),
    mockClient(SFNClient),
    mockClient(SQSClient),
    mockClient(LambdaClient),
  ];
  const rows = new Map<string, Row>();
  const documents = new Map<string, string>();
  const key = generateKeyPairSync("ec", { namedCurve: "P-256" });
  let personsObjects: readonly string[] = [];
  let isRefused = true;

  const rowKey = (table: unknown, at: unknown) => {
    const { pk, sk } = z.looseObject({ pk: z.unknown(), sk: z.unknown().optional() }).parse(at);
    return JSON.stringify([table, pk, sk ?? ""]);
  };
  const dynamodb = (name: string, input: Input): unknown => {
    switch (name) {
      case "GetCommand":
        return isOwn(input.Key) ? { Item: rows.get(rowKey(input.TableName, input.Key)) } : {};
      case "PutCommand":
        rows.set(rowKey(input.TableName, input.Item), { ...input.Item });
        return {};
      case "UpdateCommand":
        update(input);
        return {};
      case "QueryCommand":
        return input.ExpressionAttributeValues?.[":pk"] === undefined ? {} : { Items: query(input) };
      case "TransactWriteCommand":
        for (const { Put, Delete } of input.TransactItems ?? []) {
          if (Put?.Item) rows.set(rowKey(Put.TableName, Put.Item), z.looseObject({}).parse(Put.Item));
          if (Delete?.Key) rows.delete(rowKey(Delete.TableName, Delete.Key));
        }
        return {};
      default:
        return {};
    }
  };
  /** As far as the notes of a request do: one field of the progress, or one number that grows. */
  const update = ({ TableName, Key, ExpressionAttributeNames, ExpressionAttributeValues = {} }: Input) => {
    const row = rows.get(rowKey(TableName, Key)) ?? {};
    const field = ExpressionAttributeNames?.["#field"];
    const progress =
      field === undefined
        ? row.progress
        : { ...Object(row.progress), [field]: ExpressionAttributeValues[":value"] };
    const deletedByCall = Number(row.deletedByCall ?? 0) + Number(ExpressionAttributeValues[":deleted"] ?? 0);
    rows.set(rowKey(TableName, Key), { ...row, progress, deletedByCall });
  };
  const query = ({ TableName, ExpressionAttributeValues = {}, ScanIndexForward, Limit }: Input) => {
    const { ":pk": pk, ...others } = ExpressionAttributeValues;
    const [beginning] = Object.values(others).filter((value) => typeof value === "string");
    const found = [...rows.entries()]
      .map(([at, row]) => ({ at: z.array(z.unknown()).parse(JSON.parse(at)), row }))
      .filter(({ at }) => at[0] === TableName && at[1] === pk)
      .filter(({ at }) => pk === "due#requests" || String(at[2]).startsWith(beginning ?? ""))
      .sort((a, b) => (String(a.at[2]) < String(b.at[2]) ? -1 : 1))
      .map(({ row }) => row);
    return (ScanIndexForward === false ? found.reverse() : found).slice(0, Limit);
  };
  const s3 = (name: string, input: Input): unknown => {
    const at = String(input.Key ?? "");
    switch (name) {
      case "GetObjectCommand":
        return { Body: { transformToString: async () => documents.get(at) ?? marks.address } };
      case "PutObjectCommand":
        documents.set(at, String(input.Body));
        return {};
      case "ListObjectVersionsCommand":
      case "ListObjectsV2Command":
        return listed(personsObjects);
      case "DeleteObjectsCommand": {
        const asked = (input.Delete?.Objects ?? []).map(({ Key }) => Key);
        if (!isRefused) personsObjects = personsObjects.filter((one) => !asked.includes(one));
        const refused = asked.map((Key) => ({ Key, Code: "AccessDenied", Message: `no ${marks.address}` }));
        return isRefused ? { Errors: refused } : { Deleted: asked.map((Key) => ({ Key })) };
      }
      default:
        return {};
    }
  };
  const others = (name: string, input: Input): unknown => {
    switch (name) {
      case "AdminGetUserCommand":
        return { UserAttributes: [{ Name: "email", Value: marks.address }], Username: marks.subject };
      case "DecryptCommand":
        return { Plaintext: new Uint8Array(32) };
      case "GetPublicKeyCommand":
        return { PublicKey: key.publicKey.export({ type: "spki", format: "der" }) };
      case "SignCommand":
        // The digest is signed once more: whether it can be checked is not what is looked at here.
        return { Signature: sign("sha256", Buffer.from(String(input.Message)), key.privateKey) };
      case "DescribeExecutionCommand":
        return { status: "RUNNING", input: marks.subject };
      case "GetQueueAttributesCommand":
        return { Attributes: { ApproximateNumberOfMessages: "2" } };
      default:
        return {};
    }
  };

  const answerWith = (answer: (name: string, input: Input) => unknown): void => {
    for (const client of clients) {
      client.reset();
      const answered = async (command: unknown) => {
        const { input } = z.looseObject({ input: z.unknown() }).parse(Object(command));
        return answer(Object(command).constructor.name, InputSchema.parse(input));
      };
      // Each client types its own commands; here they are all alike.
      Reflect.apply(client.send.callsFake, client.send, [answered]);
    }
  };

  return {
    documents,
    forget(): void {
      rows.clear();
      documents.clear();
    },
    /** Everything of one table, or of the buckets below one prefix, as text. */
    stored: (table: string, prefix: string): string =>
      JSON.stringify([
        [...rows].filter(([at]) => at.includes(table)),
        [...documents].filter(([at]) => at.startsWith(prefix)),
      ]),
    /** Puts a row into a table, as if a function had. */
    put: (table: string, row: Row) => rows.set(rowKey(table, row), row),
    row: (table: string, pk: string, sk: string) => rows.get(rowKey(table, { pk, sk })),
    /** Answers as AWS does, with what was put and with the marked person's objects. */
    answers({ isDeletionRefused }: { readonly isDeletionRefused: boolean }): void {
      isRefused = isDeletionRefused;
      personsObjects = [`users/${marks.subject}/${marks.address}.png`];
      answerWith((name, input) => {
        if (input.TableName !== undefined || name.startsWith("Transact") || name.startsWith("Batch"))
          return dynamodb(name, input);
        return input.Bucket === undefined ? others(name, input) : s3(name, input);
      });
    },
    /** Fails every call in this way. */
    fails(failure: () => unknown): void {
      answerWith(() => {
        throw failure();
      });
    },
    /** Answers every call with the same, whatever was asked. */
    answersAlways(answer: unknown): void {
      answerWith(() => answer);
    },
  };
}

function listed(keys: readonly string[]) {
  const entries = keys.map((Key) => ({ Key, VersionId: "v1", Size: 3, LastModified: new Date(0) }));
  return { Versions: entries, Contents: entries, IsTruncated: false };
}

/** Tables of the service have other keys, and nothing is found in them. */
function isOwn(key: unknown): boolean {
  return z.looseObject({ pk: z.string() }).safeParse(key).success;
}

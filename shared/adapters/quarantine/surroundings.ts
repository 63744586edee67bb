import {
  DescribeTableCommand,
  type DynamoDBClient,
  paginateListTables,
  ResourceNotFoundException,
} from "@aws-sdk/client-dynamodb";
import {
  ListBucketsCommand,
  ListObjectVersionsCommand,
  type S3Client,
  S3ServiceException,
} from "@aws-sdk/client-s3";
import type { Policy } from "../../domain/policy/policy.ts";
import { prefixBeforeSubject } from "../../domain/policy/store.ts";
import type { Surrounding } from "../../domain/restore/restored-around.ts";
import type { Surroundings } from "../../operations/ports.ts";
import { plain } from "../stores/s3/entries.ts";

/** A few keys tell whether there are any like ours. */
const KEYS_LOOKED_AT = 20;
/** What a bucket answers that is not ours to look into, or was deleted since it was listed. */
const NOT_TO_BE_SEEN = ["AccessDenied", "NoSuchBucket", "AllAccessDisabled", "PermanentRedirect"];

/** Returns the buckets and tables of an account; of a bucket keys are looked at, of a table its description alone. */
export function surroundingsAt(
  { s3, dynamodb }: { readonly s3: S3Client; readonly dynamodb: DynamoDBClient },
  policy: Policy,
): Surroundings {
  const prefixes = new Set(
    policy.stores.flatMap((store) => (store.kind === "s3" ? [prefixBeforeSubject(store)] : [])),
  );
  return {
    async *places() {
      const { Buckets = [] } = await s3.send(new ListBucketsCommand({}));
      for (const { Name = "" } of Buckets) yield await seenBucket(s3, Name, prefixes);
      for await (const { TableNames = [] } of paginateListTables({ client: dynamodb }, {})) {
        for (const name of TableNames) {
          const seen = await seenTable(dynamodb, name);
          if (seen) yield seen;
        }
      }
    },
  };
}

async function seenBucket(s3: S3Client, name: string, prefixes: ReadonlySet<string>): Promise<Surrounding> {
  const keys: string[] = [];
  try {
    for (const Prefix of prefixes) {
      const page = await s3.send(
        new ListObjectVersionsCommand({ Bucket: name, Prefix, MaxKeys: KEYS_LOOKED_AT, EncodingType: "url" }),
      );
      keys.push(...(page.Versions ?? []).map(({ Key }) => plain(Key, page)));
    }
  } catch (error) {
    if (!(error instanceof S3ServiceException && NOT_TO_BE_SEEN.includes(error.name))) throw error;
  }
  return { kind: "bucket", name, keys, isEmpty: keys.length === 0 };
}

async function seenTable(dynamodb: DynamoDBClient, name: string): Promise<Surrounding | undefined> {
  try {
    const { Table } = await dynamodb.send(new DescribeTableCommand({ TableName: name }));
    const keys = (Table?.KeySchema ?? []).toSorted((one, other) =>
      (one.KeyType ?? "").localeCompare(other.KeyType ?? ""),
    );
    const from = /table\/([^/]+)/u.exec(Table?.RestoreSummary?.SourceTableArn ?? "")?.[1];
    return {
      kind: "table",
      name,
      keyAttributes: keys.map(({ AttributeName = "" }) => AttributeName),
      // DynamoDB counts every six hours: what is in a young table counts as something.
      isEmpty: false,
      ...(from === undefined ? {} : { restoredFrom: from }),
    };
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}

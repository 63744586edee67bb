import type { S3Client } from "@aws-sdk/client-s3";
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { SharedLayout } from "../../../domain/policy/table-stores.ts";

/** Where things are that several people hold: a table with one item each, and the bucket of their files. */
export interface SharedIn {
  readonly documents: DynamoDBDocumentClient;
  readonly table: string;
  readonly s3: S3Client;
  /** Absent if things have no files. */
  readonly bucket?: string;
  readonly store: SharedLayout;
}

import { type DynamoDBClient, paginateListTables } from "@aws-sdk/client-dynamodb";
import { ListBucketsCommand, type S3Client } from "@aws-sdk/client-s3";
import type { RecoveryPoint } from "../../domain/backups/recovery-point.ts";
import type { RecoveryPoints } from "../../operations/ports.ts";
import { copiedPlace } from "./copied-place.ts";

/** Name of a bucket or table that is a copy of a store: of which, and made when, in epoch milliseconds. */
const COPY_NAME = /^copy-of-([a-z0-9-]+)-(\d{13})$/u;

/** Returns the name that makes a bucket or table of the embedded AWS a copy of a store. */
export function copyName(storeId: string, madeAt: Date): string {
  return `copy-of-${storeId}-${madeAt.getTime()}`;
}

/** Returns the copies of stores that lie in buckets and tables of the embedded AWS, the oldest first. */
export function copiedPlaces({
  s3,
  dynamodb,
  shown,
}: {
  readonly s3: S3Client;
  readonly dynamodb: DynamoDBClient;
  /** How our clock shows a moment. */
  readonly shown: (real: Date) => Date;
}): Pick<RecoveryPoints, "listOf"> {
  const pointOf = (kind: "bucket" | "table", name: string, storeId: string): readonly RecoveryPoint[] => {
    const [, store, millis] = COPY_NAME.exec(name) ?? [];
    if (store !== storeId || millis === undefined) return [];
    const earliest = shown(new Date(Number(millis))).toISOString();
    return [{ pointId: copiedPlace(kind, name), storeId, kind: "snapshot", state: "whole", earliest }];
  };
  return {
    async listOf(storeId) {
      const found: RecoveryPoint[] = [];
      const { Buckets = [] } = await s3.send(new ListBucketsCommand({}));
      for (const { Name = "" } of Buckets) found.push(...pointOf("bucket", Name, storeId));
      for await (const { TableNames = [] } of paginateListTables({ client: dynamodb }, {})) {
        for (const name of TableNames) found.push(...pointOf("table", name, storeId));
      }
      return found.sort((one, other) => one.earliest.localeCompare(other.earliest));
    },
  };
}

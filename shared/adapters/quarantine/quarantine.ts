import {
  DeleteTableCommand,
  type DynamoDBClient,
  ResourceNotFoundException,
  ScanCommand,
} from "@aws-sdk/client-dynamodb";
import { ListObjectVersionsCommand, type S3Client } from "@aws-sdk/client-s3";
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { Bindings } from "../../domain/policy/bindings.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import { retainedByAnyScope } from "../../domain/policy/retained-stores.ts";
import { quarantineTable, type Restore } from "../../domain/restore/restore.ts";
import { type ClockStore, clockStoreOf } from "../../domain/retention/clock-rules.ts";
import type { Quarantine, QuarantinedStore } from "../../operations/ports.ts";
import { dynamodbExpiringStore } from "../stores/dynamodb/expire.ts";
import type { RetainingPorts } from "../stores/dynamodb/retain.ts";
import { s3ExpiringStore } from "../stores/s3/expire.ts";
import { boundPlace } from "../stores/store-adapters.ts";
import type { BringBack } from "./bring-back.ts";
import { quarantinedBucket } from "./quarantined-bucket.ts";
import { quarantinedTable } from "./quarantined-table.ts";

/** A restore names a store of which no single things can be told; nothing was changed. */
export class StoreNotRestorable extends Error {
  override readonly name = "StoreNotRestorable";
}

export interface QuarantineProps {
  readonly s3: S3Client;
  readonly dynamodb: DynamoDBClient;
  readonly documents: DynamoDBDocumentClient;
  readonly policy: Policy;
  readonly bindings: Bindings;
  /** The one bucket that copies of buckets come back to. */
  readonly bucket: string;
  readonly bringBack: BringBack;
  readonly retaining: RetainingPorts;
}

/** Returns quarantine: a bucket for copies of buckets, and a table of its own for each copy of a table. */
export function quarantineAt(props: QuarantineProps): Quarantine {
  return {
    bringBack: props.bringBack,
    stores: (restore) => storesBeside(props, restore).map((store) => quarantined(props, restore, store)),
    async putAway(restore) {
      const store = storeOf(props, restore);
      return store.kind === "s3"
        ? isEmptyBucket(props)
        : putTableAway(props.dynamodb, quarantineTable(restore));
    },
  };
}

function storeOf({ policy }: QuarantineProps, { storeId }: Restore): ClockStore {
  const store = clockStoreOf(policy, storeId);
  if (store) return store;
  throw new StoreNotRestorable(
    `Store ${storeId} is no bucket or table of which single things can be told: see docs/limits.md.`,
  );
}

/** A copy of a bucket holds what every store in it held. */
function storesBeside(props: QuarantineProps, restore: Restore): readonly ClockStore[] {
  const store = storeOf(props, restore);
  const place = boundPlace(props.bindings, store.id);
  return props.policy.stores.flatMap((other) => {
    const known = clockStoreOf(props.policy, other.id);
    return known?.kind === store.kind && props.bindings.stores[other.id]?.id === place ? [known] : [];
  });
}

function quarantined(props: QuarantineProps, restore: Restore, store: ClockStore): QuarantinedStore {
  const { s3, documents, policy, bindings, bucket, retaining } = props;
  const to = boundPlace(bindings, store.id);
  if (store.kind === "s3") {
    const isShared = storesBeside(props, restore).length > 1;
    const live = s3ExpiringStore(s3, to, store, { shown: (real) => real, isShared });
    return quarantinedBucket({ s3, store, from: bucket, to, isShared, live });
  }
  const mayBeGone = restore.state === "handing-over";
  const retained = retainedByAnyScope(policy).get(store.id);
  const live = dynamodbExpiringStore(documents, to, store, retained);
  return quarantinedTable({
    documents,
    store,
    from: quarantineTable(restore),
    to,
    retained,
    retaining,
    live,
    mayBeGone,
  });
}

/** The lifecycle of the bucket removes what of an unfinished upload is left. */
async function isEmptyBucket({ s3, bucket }: QuarantineProps): Promise<boolean> {
  const { Versions = [], DeleteMarkers = [] } = await s3.send(
    new ListObjectVersionsCommand({ Bucket: bucket, MaxKeys: 1 }),
  );
  return Versions.length === 0 && DeleteMarkers.length === 0;
}

async function putTableAway(dynamodb: DynamoDBClient, TableName: string): Promise<boolean> {
  try {
    const { Items = [] } = await dynamodb.send(
      new ScanCommand({ TableName, ConsistentRead: true, Limit: 1 }),
    );
    if (Items.length > 0) return false;
    await dynamodb.send(new DeleteTableCommand({ TableName }));
  } catch (error) {
    // A run that was cut short had put it away.
    if (!(error instanceof ResourceNotFoundException)) throw error;
  }
  return true;
}

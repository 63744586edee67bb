import { Fn, Stack, type StackProps } from "aws-cdk-lib";
import { type IKey, Key } from "aws-cdk-lib/aws-kms";
import type { Construct } from "constructs";
import type { StoreRef } from "../../shared/domain/policy/bindings.ts";
import { bucketOwner } from "../../shared/domain/policy/bucket-owner.ts";
import type { CompiledPolicy } from "../../shared/domain/policy/compile-policy.ts";
import type { Policy } from "../../shared/domain/policy/policy.ts";
import type { S3Store, Store } from "../../shared/domain/policy/store.ts";
import { BackupOfStores } from "../constructs/backup-plan.ts";
import { EventQueue } from "../constructs/event-queue.ts";
import { IsolatedNetwork } from "../constructs/isolated-network.ts";
import { IsolatedProcessing, isolatedStores } from "../constructs/isolated-processing.ts";
import { RegionBoundary } from "../constructs/region-boundary.ts";
import { placeAgedFiles } from "../constructs/store-aged-files.ts";
import { placeBucket } from "../constructs/store-bucket.ts";
import { placeLogGroup } from "../constructs/store-log-group.ts";
import { placeQueue } from "../constructs/store-queue.ts";
import { placeTable } from "../constructs/store-table.ts";
import { placeUserPool } from "../constructs/store-user-pool.ts";
import { acceptFromBuckets } from "../constructs/stored-object-events.ts";
import { FUNCTIONS } from "../functions.ts";
import type { Permanence } from "../permanence.ts";

/**
 * Where the service keeps personal data: one resource for each store of the policy but those that share a bucket, and
 * none besides; and what keeps everybody from using it otherwise than declared.
 */
export class StorageStack extends Stack {
  /** Where each store is, by its id. */
  readonly stores: Readonly<Record<string, StoreRef>>;
  /** The most that any role of the stage can do. */
  readonly boundary: RegionBoundary;
  /** What S3 tells of objects that were stored: the buckets need it before there is a function to take from it. */
  readonly storedObjects: EventQueue;

  constructor(
    scope: Construct,
    id: string,
    props: StackProps & {
      readonly compiled: CompiledPolicy;
      readonly permanence: Permanence;
      /** True on the embedded AWS, which makes no recovery point and has no selections. */
      readonly local: boolean;
    },
  ) {
    super(scope, id, props);
    const { policy } = props.compiled;
    const { isolatedProcessing } = policy;
    const network = isolatedProcessing && new IsolatedNetwork(this, "isolated-network");
    this.boundary = new RegionBoundary(this, "region-boundary", policy);
    const { timeoutSeconds } = FUNCTIONS["take-storage-events"];
    this.storedObjects = new EventQueue(this, "stored-objects", { timeoutSeconds });
    acceptFromBuckets(this.storedObjects.queue);
    this.stores = this.placeStores(policy, props.permanence, network);
    if (!props.local) this.backUp(policy, props.permanence);
    if (!isolatedProcessing || !network) return;
    new IsolatedProcessing(this, "isolated-processing", {
      policy,
      declared: isolatedProcessing,
      network,
      refs: this.stores,
    });
  }

  /** The zones of the account, whichever it is: asking for them at synthesis would need its credentials. */
  override get availabilityZones(): string[] {
    return [0, 1].map((index) => Fn.select(index, Fn.getAzs()));
  }

  private backUp(policy: Policy, permanence: Permanence): void {
    for (const vault of policy.backups.vaults) {
      new BackupOfStores(this, `backup-${vault.id}`, { policy, vault, stores: this.stores, permanence });
    }
  }

  private placeStores(
    policy: Policy,
    permanence: Permanence,
    network: IsolatedNetwork | undefined,
  ): Readonly<Record<string, StoreRef>> {
    const keyFor = this.keyOf(policy, permanence);
    const isolated = network && {
      vpcId: network.vpc.vpcId,
      storeIds: isolatedStores(policy).map(({ id }) => id),
    };
    const refs = policy.stores.flatMap((store) => {
      const lying = policy.stores.filter((other) => hostOf(other, policy) === store.id);
      if (lying.length === 0) return [];
      const sharedBy = lying.filter(isS3).filter((other) => other !== store);
      const made = { policy, permanence, lying, ...keyFor(store), ...(isolated ? { isolated } : {}) };
      const ref = this.place(store, sharedBy, made);
      return lying.map(({ id }) => [id, ref] as const);
    });
    return Object.fromEntries(refs);
  }

  /** One key for all that is sensitive, made when the first store asks for it. */
  private keyOf({ service }: Policy, { removalPolicy }: Permanence) {
    let sensitiveKey: IKey | undefined;
    return ({ key, kind }: Store): { readonly key?: IKey } => {
      if (key !== "customer-managed" || kind === "cognito") return {};
      sensitiveKey ??= new Key(this, "sensitive-data", {
        description: `Encrypts the sensitive data of ${service.name} at rest.`,
        enableKeyRotation: true,
        removalPolicy,
      });
      return { key: sensitiveKey };
    };
  }

  private place(
    store: Store,
    sharedBy: readonly S3Store[],
    shared: Omit<Parameters<typeof placeBucket>[1], "store" | "sharedBy" | "storedObjects"> & {
      readonly lying: readonly Store[];
    },
  ): StoreRef {
    switch (store.kind) {
      case "s3":
        return placeBucket(this, { store, sharedBy, storedObjects: this.storedObjects, ...shared });
      case "dynamodb":
        return placeTable(this, { store, ...shared });
      case "cognito":
        return placeUserPool(this, { store, ...shared });
      case "log-group":
        return placeLogGroup(this, { store, ...shared });
      case "dynamodb-index":
      case "dynamodb-shared":
        return placeTable(this, { store, ...shared });
      case "aged-files":
        return placeAgedFiles(this, { store, ...shared });
      case "queue":
        return placeQueue(this, { store, ...shared });
      case "dynamodb-mentions":
        throw new Error(`Mentions ${store.id} lie in a table of another store, which makes it.`);
    }
  }
}

/** Returns the id of the store whose resource a store is in: its own, unless it shares a bucket or a table. */
function hostOf(store: Store, { stores }: Policy): string {
  if (store.kind === "dynamodb-mentions") return store.tableOf;
  if (!isS3(store)) return store.id;
  const owner = bucketOwner(store, new Map(stores.map((each) => [each.id, each])));
  if (owner) return owner.id;
  throw new Error(
    `Store ${store.id} shares a bucket that is not there; a policy that was checked has none such.`,
  );
}

function isS3(store: Store): store is S3Store {
  return store.kind === "s3";
}

import { AnyPrincipal, Effect, PolicyStatement, type PolicyStatementProps } from "aws-cdk-lib/aws-iam";
import type { IKey } from "aws-cdk-lib/aws-kms";
import type { IBucket } from "aws-cdk-lib/aws-s3";
import type { Policy } from "../../shared/domain/policy/policy.ts";
import type { S3Store, Store } from "../../shared/domain/policy/store.ts";
import { copiedInto, hostOf } from "../../shared/domain/policy/store-host.ts";
import { prefixBeforeThing } from "../../shared/domain/policy/table-stores.ts";
import { BACKUP_PURPOSE, carriesNoneOf, EXPIRY_PURPOSE, purposesOf } from "./purpose-tag.ts";

/**
 * What gives out the bytes of an object. Looking at its lock or its tags does not, and erasing needs both.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html
 */
const READING = [
  "s3:GetObject",
  "s3:GetObjectVersion",
  "s3:GetObjectTorrent",
  "s3:GetObjectVersionTorrent",
  "s3:GetObjectVersionForReplication",
];

/** Of these, what S3 asks of whoever deletes by ETag. */
const DELETING_BY_ETAG = ["s3:GetObject"];

const ENCRYPTION = "s3:x-amz-server-side-encryption";

/** What the guards of a bucket know of a store in it; its keys begin with what stands before the first brace. */
type GuardedStore = Pick<S3Store, "id" | "categories" | "keyTemplate">;

/** A bucket with the stores that lie in it. */
export interface GuardedBucket {
  readonly policy: Policy;
  readonly stores: readonly GuardedStore[];
  readonly bucket: IBucket;
  readonly key?: IKey;
  /** Stores whose categories are worked on in this network alone, and its VPC. */
  readonly isolated?: { readonly vpcId: string; readonly storeIds: readonly string[] };
}

/** One part of a bucket with what it holds: a store's, or the files of things that several people share. */
interface GuardedPlace extends Pick<Store, "id" | "categories"> {
  readonly keyTemplate: string;
  /** What every key there begins with. */
  readonly prefix: string;
}

function guardedPlaces({ policy, stores }: GuardedBucket): readonly GuardedPlace[] {
  const shared = policy.stores.flatMap((store) => {
    if (store.kind !== "dynamodb-shared" || !stores.some(({ id }) => id === store.objects?.bucketOf))
      return [];
    const { id, categories, objects } = store;
    return objects
      ? [{ id, categories, keyTemplate: objects.keyTemplate, prefix: prefixBeforeThing(objects) }]
      : [];
  });
  return [
    ...stores.map((store) => ({ ...store, prefix: store.keyTemplate.replace(/[{…].*$/u, "") })),
    ...shared,
  ];
}

/** Returns what nobody may do with a bucket, whatever else they are allowed: a deny always wins. */
export function bucketGuards(guarded: GuardedBucket): readonly PolicyStatement[] {
  const { bucket, key, isolated } = guarded;
  const each = guardedPlaces(guarded).flatMap((store) => [
    ...readersOf(store, guarded),
    ...(isolated?.storeIds.includes(store.id) ? outsideOf(isolated.vpcId, store, guarded) : []),
  ]);
  return [...each, otherPlaces(guarded), ...(key ? otherKeys(bucket, key) : []), copiesElsewhere(bucket)];
}

/** Nobody in Lethe reads what an object holds, so there is no exception but the one that deleting by ETag needs. */
function readersOf(store: GuardedPlace, guarded: GuardedBucket): readonly PolicyStatement[] {
  const { policy } = guarded;
  const isCopied = policy.backups.vaults.some((vault) =>
    copiedInto(vault, policy).some(({ id }) => id === hostId(store, policy)),
  );
  const purposes = [...purposesOf(policy, store.categories), ...(isCopied ? [BACKUP_PURPOSE] : [])];
  const resources = [objectsOf(store, guarded)];
  return [
    deny(`ReadersOf${named(store)}`, {
      actions: READING.filter((action) => !DELETING_BY_ETAG.includes(action)),
      resources,
      conditions: carriesNoneOf(purposes),
    }),
    deny(`ReadersOrDeletersOf${named(store)}`, {
      actions: DELETING_BY_ETAG,
      resources,
      conditions: carriesNoneOf([...purposes, EXPIRY_PURPOSE]),
    }),
  ];
}

/** Files of things that people share lie in the bucket of another store. */
function hostId({ id }: GuardedPlace, policy: Policy): string | undefined {
  const store = policy.stores.find((one) => one.id === id);
  if (store?.kind === "dynamodb-shared") return store.objects?.bucketOf;
  return store && hostOf(store, policy)?.id;
}

/** Whoever comes from elsewhere has no VPC in the request, or another one. */
function outsideOf(vpcId: string, store: GuardedPlace, guarded: GuardedBucket): readonly PolicyStatement[] {
  const elsewhere = { "aws:SourceVpc": vpcId };
  const resources = [objectsOf(store, guarded)];
  const { StringNotEquals } = carriesNoneOf([EXPIRY_PURPOSE]);
  return [
    deny(`OutsideTheNetworkOf${named(store)}`, {
      actions: READING.filter((action) => !DELETING_BY_ETAG.includes(action)),
      resources,
      conditions: { StringNotEquals: elsewhere },
    }),
    deny(`OutsideTheNetworkOrDeletersOf${named(store)}`, {
      actions: DELETING_BY_ETAG,
      resources,
      // Both have to be so.
      conditions: { StringNotEquals: { ...elsewhere, ...StringNotEquals } },
    }),
  ];
}

/** Nothing can be put where no erasure and no retention rule would look for it. */
function otherPlaces(guarded: GuardedBucket): PolicyStatement {
  const { bucket } = guarded;
  const declared = guardedPlaces(guarded).map(({ keyTemplate }) => bucket.arnForObjects(keysOf(keyTemplate)));
  return deny("UndeclaredPlaces", {
    actions: ["s3:PutObject", "s3:ReplicateObject"],
    notResources: declared,
  });
}

/**
 * A request that names no encryption gets the bucket's own, which is right, so both headers are looked at only if the
 * first is there: `...IfExists` would be true without it too. Naming `aws:kms` and no key means the key of S3.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html
 */
function otherKeys(bucket: IBucket, key: IKey): readonly PolicyStatement[] {
  const put = { actions: ["s3:PutObject"], resources: [bucket.arnForObjects("*")] };
  return [
    deny("OtherKeys", {
      ...put,
      conditions: {
        Null: { [ENCRYPTION]: "false" },
        StringNotEquals: { [`${ENCRYPTION}-aws-kms-key-id`]: key.keyArn },
      },
    }),
    deny("KeysOfCallers", {
      ...put,
      conditions: { Null: { [`${ENCRYPTION}-customer-algorithm`]: "false" } },
    }),
  ];
}

/** A replica that S3 makes is a copy that no erasure of versions reaches; a declared one is a store of its own. */
function copiesElsewhere(bucket: IBucket): PolicyStatement {
  return deny("Replication", { actions: ["s3:PutReplicationConfiguration"], resources: [bucket.bucketArn] });
}

/** All of a bucket that is one store's alone; in a shared one, what is under its prefix. */
function objectsOf({ prefix }: GuardedPlace, guarded: GuardedBucket): string {
  return guarded.bucket.arnForObjects(guardedPlaces(guarded).length === 1 ? "*" : `${prefix}*`);
}

function deny(sid: string, props: PolicyStatementProps): PolicyStatement {
  return new PolicyStatement({ sid, effect: Effect.DENY, principals: [new AnyPrincipal()], ...props });
}

// users/{subject}/… becomes users/?*/*, in which nothing that stands for a part in braces is empty.
function keysOf(keyTemplate: string): string {
  return keyTemplate.replaceAll(/\{[^}]*\}/g, "?*").replace("…", "*");
}

/** A statement's id takes letters and digits only. */
function named({ id }: GuardedPlace): string {
  return id.replaceAll(/(^|-)([a-z0-9]?)/g, (_, __, first: string) => first.toUpperCase());
}

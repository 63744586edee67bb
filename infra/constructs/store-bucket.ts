import { Duration } from "aws-cdk-lib";
import type { IKey } from "aws-cdk-lib/aws-kms";
import { ObjectLockRetention } from "aws-cdk-lib/aws-s3";
import type { Construct } from "constructs";
import type { StoreRef } from "../../shared/domain/policy/bindings.ts";
import type { Policy } from "../../shared/domain/policy/policy.ts";
import type { S3Store } from "../../shared/domain/policy/store.ts";
import { clockStores } from "../../shared/domain/retention/clock-rules.ts";
import { markStores } from "../checks/marks.ts";
import type { Permanence } from "../permanence.ts";
import { bucketGuards, type GuardedBucket } from "./bucket-guards.ts";
import { describeBackstop } from "./describe-backstop.ts";
import type { EventQueue } from "./event-queue.ts";
import { ownedRef } from "./owned-ref.ts";
import { PrivateBucket } from "./private-bucket.ts";
import { lifecycleRules } from "./store-lifecycle.ts";
import { tellOfStoredObjects } from "./stored-object-events.ts";

/** A declared store with what it takes to make it. */
export interface StoreOf<Kind> {
  readonly policy: Policy;
  readonly store: Kind;
  /** Present if what is kept there is sensitive. */
  readonly key?: IKey;
  readonly permanence: Permanence;
}

/**
 * Makes the bucket of a declared store and returns where it is, for this store and for those that lie in its bucket.
 * They want the same versions, lock and key: a policy in which they differ is refused.
 */
export function placeBucket(
  scope: Construct,
  {
    policy,
    store,
    sharedBy,
    key,
    permanence,
    isolated,
    storedObjects,
  }: StoreOf<S3Store> & {
    readonly sharedBy: readonly S3Store[];
    /** Is told of what is stored in it. */
    readonly storedObjects: EventQueue;
  } & Pick<GuardedBucket, "isolated">,
): StoreRef {
  const stores = [store, ...sharedBy];
  const { versioned, objectLock } = store;
  const encryption = key ? { encryptionKey: key } : {};
  const bucket = new PrivateBucket(scope, store.id, permanence, {
    versioned: versioned || objectLock !== undefined,
    lifecycleRules: lifecycleRules(policy, stores),
    ...(objectLock ? { objectLockEnabled: true, objectLockDefaultRetention: retentionOf(objectLock) } : {}),
    ...encryption,
  });
  markStores(bucket, stores);
  describeBackstop(bucket, policy, stores);
  const guarded = { policy, stores, bucket, ...(key ? { key } : {}), ...(isolated ? { isolated } : {}) };
  for (const statement of bucketGuards(guarded)) bucket.addToResourcePolicy(statement);
  const ticking = clockStores(policy).map(({ id }) => id);
  tellOfStoredObjects(bucket, storedObjects, {
    stores,
    onTheClock: stores.filter(({ id }) => ticking.includes(id)),
  });
  return ownedRef(scope, { id: bucket.bucketName, arn: bucket.bucketArn }, key);
}

function retentionOf({ mode, days }: NonNullable<S3Store["objectLock"]>): ObjectLockRetention {
  return ObjectLockRetention[mode](Duration.days(days));
}

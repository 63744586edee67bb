import { Duration } from "aws-cdk-lib";
import type { Construct } from "constructs";
import type { StoreRef } from "../../shared/domain/policy/bindings.ts";
import type { AgedFilesStore } from "../../shared/domain/policy/store.ts";
import { markStores } from "../checks/marks.ts";
import { bucketGuards } from "./bucket-guards.ts";
import { ownedRef } from "./owned-ref.ts";
import { PrivateBucket } from "./private-bucket.ts";
import type { StoreOf } from "./store-bucket.ts";

/** Makes the bucket of files that each tell of many people, which S3 removes by their age, and returns where it is. */
export function placeAgedFiles(
  scope: Construct,
  { policy, store, key, permanence }: StoreOf<AgedFilesStore>,
): StoreRef {
  const bucket = new PrivateBucket(scope, store.id, permanence, {
    versioned: false,
    lifecycleRules: [
      {
        id: "expiry",
        expiration: Duration.days(store.retentionDays),
        abortIncompleteMultipartUploadAfter: Duration.days(1),
      },
    ],
    ...(key ? { encryptionKey: key } : {}),
  });
  markStores(bucket, [store]);
  const stores = [{ ...store, keyTemplate: `${store.prefix}…` }];
  for (const statement of bucketGuards({ policy, stores, bucket, ...(key ? { key } : {}) })) {
    bucket.addToResourcePolicy(statement);
  }
  return ownedRef(scope, { id: bucket.bucketName, arn: bucket.bucketArn }, key);
}

import { Duration, Stack } from "aws-cdk-lib";
import type { IKey } from "aws-cdk-lib/aws-kms";
import type { LifecycleRule } from "aws-cdk-lib/aws-s3";
import type { Construct } from "constructs";
import type { StoreRef } from "../../shared/domain/policy/bindings.ts";
import type { Policy } from "../../shared/domain/policy/policy.ts";
import type { S3Store } from "../../shared/domain/policy/store.ts";
import type { Permanence } from "../permanence.ts";
import { expiryDays } from "../store-expiry.ts";
import { PrivateBucket } from "./private-bucket.ts";

/** Makes the bucket of a declared store and returns where it is. */
export function placeBucket(
  scope: Construct,
  { policy, store, key, permanence }: StoreOf<S3Store>,
): StoreRef {
  const bucket = new PrivateBucket(scope, store.id, permanence, {
    versioned: store.versioned,
    lifecycleRules: lifecycleRules(policy, store),
    ...(key ? { encryptionKey: key } : {}),
  });
  const { region, account } = Stack.of(scope);
  return {
    id: bucket.bucketName,
    arn: bucket.bucketArn,
    region,
    account,
    ...(key ? { keyArn: key.keyArn } : {}),
    owned: true,
  };
}

/** A declared store with what it takes to make it. */
export interface StoreOf<Kind> {
  readonly policy: Policy;
  readonly store: Kind;
  /** Present if what is kept there is sensitive. */
  readonly key?: IKey;
  readonly permanence: Permanence;
}

/**
 * Returns what S3 removes by itself. Unfinished uploads, replaced versions and markers without versions go after a
 * day in every bucket: nobody can reach them through the service, and they are personal data all the same.
 */
function lifecycleRules(policy: Policy, store: S3Store): LifecycleRule[] {
  const days = expiryDays(policy, store);
  return [
    {
      id: "expiry",
      abortIncompleteMultipartUploadAfter: Duration.days(1),
      noncurrentVersionExpiration: Duration.days(1),
      ...(days === undefined ? {} : { expiration: Duration.days(days) }),
    },
    // S3 refuses the marker flag in a rule that has days:
    // https://docs.aws.amazon.com/AmazonS3/latest/API/API_LifecycleExpiration.html
    { id: "expired-markers", expiredObjectDeleteMarker: true },
  ];
}

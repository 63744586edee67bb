import { Duration } from "aws-cdk-lib";
import type { LifecycleRule } from "aws-cdk-lib/aws-s3";
import { lifecycleDays } from "../../shared/domain/policy/lifecycle-days.ts";
import type { Policy } from "../../shared/domain/policy/policy.ts";
import { prefixBeforeSubject, type S3Store } from "../../shared/domain/policy/store.ts";

/**
 * Returns what S3 removes by itself. Unfinished uploads, replaced versions and markers without versions go after a
 * day in every bucket: nobody can reach them through the service, and they are personal data all the same. What is
 * current goes by the limit of its store: all of a bucket that is one store's alone, else what is under its prefix.
 */
export function lifecycleRules(policy: Policy, stores: readonly S3Store[]): LifecycleRule[] {
  const leftovers = {
    abortIncompleteMultipartUploadAfter: Duration.days(1),
    noncurrentVersionExpiration: Duration.days(1),
  };
  // S3 refuses the marker flag in a rule that has days:
  // https://docs.aws.amazon.com/AmazonS3/latest/API/API_LifecycleExpiration.html
  const markers = { id: "expired-markers", expiredObjectDeleteMarker: true };
  const [only, ...others] = stores;
  if (only && others.length === 0 && !holdsSharedFiles(policy, only)) {
    return [{ id: "expiry", ...leftovers, ...expirationOf(policy, only) }, markers];
  }
  const expiring = stores.flatMap((store) => {
    const expiration = expirationOf(policy, store);
    return expiration
      ? [{ id: `expiry-${store.id}`, prefix: prefixBeforeSubject(store), ...expiration }]
      : [];
  });
  return [...expiring, { id: "leftovers", ...leftovers }, markers];
}

/** What several people share outlives what one of them has beside it. */
function holdsSharedFiles({ stores }: Policy, { id }: S3Store): boolean {
  return stores.some((store) => store.kind === "dynamodb-shared" && store.objects?.bucketOf === id);
}

function expirationOf(policy: Policy, store: S3Store): Pick<LifecycleRule, "expiration"> | undefined {
  const days = lifecycleDays(store, new Map(policy.retention.map((rule) => [rule.category, rule])));
  return days === undefined ? undefined : { expiration: Duration.days(days) };
}

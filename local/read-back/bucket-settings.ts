import {
  GetBucketEncryptionCommand,
  GetBucketLifecycleConfigurationCommand,
  GetBucketTaggingCommand,
  GetBucketVersioningCommand,
  GetObjectLockConfigurationCommand,
  type LifecycleRule,
  type S3Client,
} from "@aws-sdk/client-s3";
import {
  answerOrNothing,
  comparable,
  isTrue,
  member,
  members,
  type Properties,
  type Settings,
} from "./settings.ts";

/** Returns what a template wants of a bucket. */
export function wantedOfBucket(properties: Properties): Settings {
  const [encryption] = members(member(properties, "BucketEncryption"), "ServerSideEncryptionConfiguration");
  const algorithm = encryption && member(encryption, "ServerSideEncryptionByDefault").SSEAlgorithm;
  const locked = isTrue(properties.ObjectLockEnabled);
  const retention = member(member(member(properties, "ObjectLockConfiguration"), "Rule"), "DefaultRetention");
  return {
    // AWS turns versioning on with the lock.
    versioning: comparable(locked ? "Enabled" : member(properties, "VersioningConfiguration").Status),
    "Object Lock": comparable(locked ? lock(retention) : undefined),
    lifecycle: rules(members(member(properties, "LifecycleConfiguration"), "Rules").map(wantedRule)),
    tags: tags(members(properties, "Tags")),
    // S3 encrypts every bucket, so one without a rule of its own has the service's.
    ...(algorithm === undefined ? {} : { encryption: comparable(algorithm) }),
  };
}

/** Returns what a bucket has. */
export async function foundInBucket(s3: S3Client, bucket: string): Promise<Settings> {
  const [versioning, lockAnswer, lifecycle, tagging, encryption] = await Promise.all([
    s3.send(new GetBucketVersioningCommand({ Bucket: bucket })),
    answerOrNothing(
      s3.send(new GetObjectLockConfigurationCommand({ Bucket: bucket })),
      "ObjectLockConfigurationNotFoundError",
    ),
    answerOrNothing(
      s3.send(new GetBucketLifecycleConfigurationCommand({ Bucket: bucket })),
      "NoSuchLifecycleConfiguration",
    ),
    answerOrNothing(s3.send(new GetBucketTaggingCommand({ Bucket: bucket })), "NoSuchTagSet"),
    answerOrNothing(
      s3.send(new GetBucketEncryptionCommand({ Bucket: bucket })),
      "ServerSideEncryptionConfigurationNotFoundError",
    ),
  ]);
  const configuration = lockAnswer?.ObjectLockConfiguration;
  const [encryptionRule] = encryption?.ServerSideEncryptionConfiguration?.Rules ?? [];
  return {
    versioning: comparable(versioning.Status),
    "Object Lock": comparable(
      configuration?.ObjectLockEnabled === "Enabled"
        ? lock({ ...configuration.Rule?.DefaultRetention })
        : undefined,
    ),
    lifecycle: rules((lifecycle?.Rules ?? []).map(foundRule)),
    tags: tags((tagging?.TagSet ?? []).map((tag) => ({ ...tag }))),
    encryption: comparable(encryptionRule?.ApplyServerSideEncryptionByDefault?.SSEAlgorithm),
  };
}

/** The part of a lifecycle rule that this project uses. */
interface Rule {
  readonly id: unknown;
  readonly status: unknown;
  readonly prefix: unknown;
  readonly days: unknown;
  readonly expiredMarkers: boolean;
  readonly noncurrentDays: unknown;
  readonly abortUploadsAfterDays: unknown;
}

function wantedRule(rule: Properties): Rule {
  return {
    id: rule.Id,
    status: rule.Status,
    prefix: rule.Prefix ?? "",
    days: rule.ExpirationInDays,
    expiredMarkers: isTrue(rule.ExpiredObjectDeleteMarker),
    noncurrentDays:
      member(rule, "NoncurrentVersionExpiration").NoncurrentDays ?? rule.NoncurrentVersionExpirationInDays,
    abortUploadsAfterDays: member(rule, "AbortIncompleteMultipartUpload").DaysAfterInitiation,
  };
}

function foundRule(rule: LifecycleRule): Rule {
  return {
    id: rule.ID,
    status: rule.Status,
    prefix: rule.Filter?.Prefix ?? rule.Filter?.And?.Prefix ?? "",
    days: rule.Expiration?.Days,
    expiredMarkers: rule.Expiration?.ExpiredObjectDeleteMarker ?? false,
    noncurrentDays: rule.NoncurrentVersionExpiration?.NoncurrentDays,
    abortUploadsAfterDays: rule.AbortIncompleteMultipartUpload?.DaysAfterInitiation,
  };
}

function rules(each: readonly Rule[]): string {
  return comparable(each.length === 0 ? undefined : each.map(comparable).toSorted());
}

function lock({ Mode, Days, Years }: Properties) {
  return { mode: Mode, days: Days, years: Years };
}

/** Tags that AWS sets itself begin with `aws:`. */
function tags(each: readonly Properties[]): string {
  const own = each
    .map(({ Key, Value }) => ({ Key, Value }))
    .filter(({ Key }) => !String(Key).startsWith("aws:"));
  return comparable(own.length === 0 ? undefined : own.map(comparable).toSorted());
}

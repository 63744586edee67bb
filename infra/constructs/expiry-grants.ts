import type { PolicyStatementProps } from "aws-cdk-lib/aws-iam";
import type { StoreRef } from "../../shared/domain/policy/bindings.ts";
import type { Policy } from "../../shared/domain/policy/policy.ts";
import { prefixBeforeSubject } from "../../shared/domain/policy/store.ts";
import { CANARY_SUBJECT, canaryStore } from "../../shared/domain/retention/canary.ts";
import type { ClockStore, ClockTable } from "../../shared/domain/retention/clock-rules.ts";
import { clockStores } from "../../shared/domain/retention/clock-rules.ts";
import { tableKeyStatements } from "./store-statements.ts";

/** What is done to a store on the clock: looked at, or listed and emptied of what is due. */
export type ExpiryUse = "look" | "expire";

/** Returns the permission for it: in every store on the clock, whole, since what has no owner ends as well. */
export function expiryStatements(
  use: ExpiryUse,
  policy: Policy,
  refs: Readonly<Record<string, StoreRef>>,
): readonly PolicyStatementProps[] {
  return clockStores(policy).flatMap((store) => {
    const ref = refs[store.id];
    if (!ref) throw new Error(`Store ${store.id} has no place; the storage stack makes one for each.`);
    return store.kind === "s3"
      ? bucketStatements(use, store.versioned, ref)
      : tableStatements(use, store.kind, ref);
  });
}

function bucketStatements(
  use: ExpiryUse,
  isVersioned: boolean,
  { arn }: StoreRef,
): readonly PolicyStatementProps[] {
  const list = isVersioned ? ["s3:ListBucketVersions"] : ["s3:ListBucket"];
  const look = [...new Set(["s3:ListBucket", ...list]), "s3:ListBucketMultipartUploads"];
  // A versioned bucket is emptied by version; in another an object is deleted only if it is still the same, and for
  // that S3 asks for the right to read it:
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-delete-enforce.html
  const remove = isVersioned ? ["s3:DeleteObjectVersion"] : ["s3:DeleteObject", "s3:GetObject"];
  return [
    { actions: look, resources: [arn] },
    ...(use === "expire"
      ? [{ actions: [...remove, "s3:AbortMultipartUpload"], resources: [`${arn}/*`] }]
      : []),
  ];
}

function tableStatements(
  use: ExpiryUse,
  kind: ClockTable["kind"],
  ref: StoreRef,
): readonly PolicyStatementProps[] {
  // Only keys that begin with a person can be listed by session.
  const look = kind === "dynamodb" ? ["GetItem", "Query"] : ["GetItem"];
  const operations = use === "look" ? look : ["GetItem", "Scan", "DeleteItem"];
  return [
    { actions: operations.map((operation) => `dynamodb:${operation}`), resources: [ref.arn] },
    ...tableKeyStatements(use === "look" ? "find" : "erase", ref),
  ];
}

/** Returns the permission to read the stream of a table store, which holds keys alone. */
export function streamStatements(store: ClockStore, ref: StoreRef): readonly PolicyStatementProps[] {
  const { streamArn } = ref;
  if (store.kind === "s3" || streamArn === undefined) return [];
  return [
    {
      actions: ["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"],
      resources: [streamArn],
    },
    ...tableKeyStatements("find", ref),
  ];
}

/** Returns the permission to put canaries, and to look for them. */
export function canaryStatements(
  policy: Policy,
  refs: Readonly<Record<string, StoreRef>>,
): readonly PolicyStatementProps[] {
  const store = canaryStore(policy);
  const ref = store && refs[store.id];
  if (!store || !ref) return [];
  const { arn, keyArn, region } = ref;
  const prefix = `${prefixBeforeSubject(store)}${CANARY_SUBJECT}/`;
  return [
    { actions: ["s3:PutObject"], resources: [`${arn}/${prefix}*`] },
    {
      actions: ["s3:ListBucket"],
      resources: [arn],
      conditions: { StringLike: { "s3:prefix": `${prefix}*` } },
    },
    ...(keyArn === undefined
      ? []
      : [
          {
            actions: ["kms:GenerateDataKey"],
            resources: [keyArn],
            conditions: { StringEquals: { "kms:ViaService": `s3.${region}.amazonaws.com` } },
          },
        ]),
  ];
}

import type { PolicyStatementProps } from "aws-cdk-lib/aws-iam";
import type { StoreRef } from "../../shared/domain/policy/bindings.ts";

/** What may be done to a store. */
export type StoreUse = "find" | "erase" | "verify";

/** What DynamoDB asks of whoever writes to a table that a key of ours encrypts. */
export const TABLE_KEY_USE = [
  "kms:Decrypt",
  "kms:DescribeKey",
  "kms:Encrypt",
  "kms:GenerateDataKey",
  "kms:ReEncryptFrom",
  "kms:ReEncryptTo",
] as const;

/** What each use calls, whichever kind of store lies there. Nothing here reads what a file holds. */
const ACTIONS = {
  s3: {
    list: ["s3:ListBucket", "s3:ListBucketVersions"],
    uploads: ["s3:ListBucketMultipartUploads"],
    erase: [
      "s3:DeleteObject",
      "s3:DeleteObjectVersion",
      "s3:AbortMultipartUpload",
      "s3:GetObjectRetention",
      "s3:GetObjectLegalHold",
    ],
  },
  /** What DynamoDB asks of whoever uses a table that a key of ours encrypts. */
  tableKey: {
    find: ["kms:Decrypt", "kms:DescribeKey"],
    erase: TABLE_KEY_USE,
    verify: ["kms:Decrypt", "kms:DescribeKey"],
  },
} as const;

/** Returns the permission to use a bucket as far as keys begin so. */
export function bucketStatements(
  use: StoreUse,
  prefix: string,
  { arn }: StoreRef,
): readonly PolicyStatementProps[] {
  return [
    {
      actions: [...ACTIONS.s3.list],
      resources: [arn],
      conditions: { StringLike: { "s3:prefix": `${prefix}?*` } },
    },
    // S3 has no condition on the prefix of uploads:
    // https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html
    { actions: [...ACTIONS.s3.uploads], resources: [arn] },
    ...(use === "erase" ? [{ actions: [...ACTIONS.s3.erase], resources: [`${arn}/${prefix}*`] }] : []),
  ];
}

/** Returns the permission to use the key of a table, through DynamoDB alone. */
export function tableKeyStatements(
  use: StoreUse,
  { keyArn, region }: StoreRef,
): readonly PolicyStatementProps[] {
  if (keyArn === undefined) return [];
  const conditions = { StringEquals: { "kms:ViaService": `dynamodb.${region}.amazonaws.com` } };
  return [{ actions: [...ACTIONS.tableKey[use]], resources: [keyArn], conditions }];
}

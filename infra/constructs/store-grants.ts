import type { PolicyStatementProps } from "aws-cdk-lib/aws-iam";
import type { StoreRef } from "../../shared/domain/policy/bindings.ts";
import type { CognitoStore, DynamodbStore, S3Store, Store } from "../../shared/domain/policy/store.ts";

/** What may be done to a store. */
export type StoreUse = "find" | "erase" | "verify";

/** What each use calls in a store of each kind. Nothing here reads what an object or a file holds. */
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
  dynamodb: {
    find: ["dynamodb:Query"],
    erase: ["dynamodb:Query", "dynamodb:BatchWriteItem"],
    verify: ["dynamodb:Query"],
  },
  cognito: {
    find: ["cognito-idp:AdminGetUser"],
    erase: ["cognito-idp:AdminGetUser", "cognito-idp:AdminDeleteUser"],
    verify: ["cognito-idp:ListUsers"],
  },
} as const;

/** What DynamoDB asks of whoever uses a table that a key of ours encrypts. */
export const TABLE_KEY_ACTIONS = {
  find: ["kms:Decrypt", "kms:DescribeKey"],
  erase: [
    "kms:Decrypt",
    "kms:DescribeKey",
    "kms:Encrypt",
    "kms:GenerateDataKey",
    "kms:ReEncryptFrom",
    "kms:ReEncryptTo",
  ],
  verify: ["kms:Decrypt", "kms:DescribeKey"],
} as const;

/** Returns the permission to use stores in one way, narrowed to where subjects' entries are. */
export function storeStatements(
  use: StoreUse,
  stores: readonly Store[],
  refs: Readonly<Record<string, StoreRef>>,
): readonly PolicyStatementProps[] {
  return stores.flatMap((store) => statementsFor(use, store, refs[store.id]));
}

function statementsFor(
  use: StoreUse,
  store: Store,
  ref: StoreRef | undefined,
): readonly PolicyStatementProps[] {
  if (!ref) throw new Error(`Store ${store.id} has no place; the storage stack makes one for each.`);
  switch (store.kind) {
    case "s3":
      return bucketStatements(use, store, ref);
    case "dynamodb":
      return tableStatements(use, store, ref);
    case "cognito":
      return [{ actions: [...ACTIONS.cognito[use]], resources: [ref.arn] }];
    // Nobody can be found in it: it is emptied by age alone.
    case "log-group":
      return [];
  }
}

function bucketStatements(use: StoreUse, store: S3Store, { arn }: StoreRef): readonly PolicyStatementProps[] {
  const prefix = store.keyTemplate.slice(0, store.keyTemplate.indexOf("{subject}"));
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

function tableStatements(
  use: StoreUse,
  store: DynamodbStore,
  { arn, keyArn, region }: StoreRef,
): readonly PolicyStatementProps[] {
  const partitions = store.partitionKey.template.replace("{subject}", "?*");
  return [
    {
      actions: [...ACTIONS.dynamodb[use]],
      resources: [arn],
      conditions: { "ForAllValues:StringLike": { "dynamodb:LeadingKeys": [partitions] } },
    },
    ...(keyArn === undefined
      ? []
      : [
          {
            actions: [...TABLE_KEY_ACTIONS[use]],
            resources: [keyArn],
            conditions: { StringEquals: { "kms:ViaService": `dynamodb.${region}.amazonaws.com` } },
          },
        ]),
  ];
}

/** Returns the permission to close accounts and read the address on file. */
export function accountStatements(
  stores: readonly Store[],
  refs: Readonly<Record<string, StoreRef>>,
): readonly PolicyStatementProps[] {
  const pools = stores.filter((store): store is CognitoStore => store.kind === "cognito");
  return pools.flatMap(({ id }) => {
    const arn = refs[id]?.arn;
    const actions = [
      "cognito-idp:AdminDisableUser",
      "cognito-idp:AdminGetUser",
      "cognito-idp:AdminUserGlobalSignOut",
    ];
    return arn === undefined ? [] : [{ actions, resources: [arn] }];
  });
}

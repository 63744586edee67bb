import { Aws } from "aws-cdk-lib";
import type { IRole, PolicyStatementProps } from "aws-cdk-lib/aws-iam";
import type { StoreRef } from "../../shared/domain/policy/bindings.ts";
import { ownRecordDays } from "../../shared/domain/policy/own-record-days.ts";
import type { Policy } from "../../shared/domain/policy/policy.ts";
import { retainedByAnyScope } from "../../shared/domain/policy/retained-stores.ts";
import { QUARANTINE_NAME } from "../../shared/domain/restore/restore.ts";
import { type ClockStore, clockStoreOf } from "../../shared/domain/retention/clock-rules.ts";
import type { Evidence } from "../stacks/evidence-stack.ts";
import type { PortGrant } from "./port-grant.ts";
import { TABLE_KEY_USE } from "./store-statements.ts";
import { table } from "./table-statement.ts";

type RestorePort =
  | "restores"
  | "restores:list"
  | "surroundings"
  | "things:read"
  | "decisions:read"
  | "tombstones:match"
  | "quarantine";

/** Returns what a restore needs: to look at what is known, to work in quarantine, and to give things back. */
export function restoreGrants(
  { clock, decisions, tombstones, quarantine }: Evidence,
  policy: Policy,
  stores: Readonly<Record<string, StoreRef>>,
  { restoreRole, isLocal }: { readonly restoreRole: IRole | undefined; readonly isLocal: boolean },
): Record<RestorePort, PortGrant> {
  const settings = { clockTable: clock.tableName };
  const ledgerDays = String(ownRecordDays(policy, "ledger"));
  return {
    restores: {
      settings: { ...settings, ledgerDays },
      statements: [
        {
          ...table(clock, "GetItem", "PutItem", "Query", "DeleteItem", "ConditionCheckItem"),
          conditions: { "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["RESTORES"] } },
        },
      ],
    },
    "restores:list": {
      settings: { ...settings, ledgerDays },
      statements: [
        {
          ...table(clock, "Query"),
          conditions: { "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["RESTORES"] } },
        },
      ],
    },
    /** Keys of buckets and descriptions of tables, wherever in the account and region: nothing that is in them. */
    surroundings: {
      settings: { quarantineBucket: quarantine.bucketName },
      statements: [
        { actions: ["s3:ListAllMyBuckets", "dynamodb:ListTables"], resources: ["*"] },
        { actions: ["s3:ListBucketVersions"], resources: [`arn:${Aws.PARTITION}:s3:::*`] },
        {
          actions: ["dynamodb:DescribeTable"],
          resources: [`arn:${Aws.PARTITION}:dynamodb:${Aws.REGION}:${Aws.ACCOUNT_ID}:table/*`],
        },
      ],
    },
    "things:read": {
      settings,
      statements: [
        {
          ...table(clock, "BatchGetItem"),
          conditions: { "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["THING#*"] } },
        },
      ],
    },
    "decisions:read": {
      settings: { decisionsTable: decisions.tableName },
      statements: [table(decisions, "GetItem")],
    },
    "tombstones:match": {
      settings: { tombstonesTable: tombstones.tableName },
      statements: [table(tombstones, "GetItem", "BatchGetItem")],
    },
    quarantine: {
      settings: {
        quarantineBucket: quarantine.bucketName,
        ...(isLocal ? { localCopies: "yes" } : {}),
        ...(restoreRole ? { restoreRoleArn: restoreRole.roleArn } : {}),
      },
      statements: [
        ...bucketQuarantine(quarantine),
        ...tableQuarantine(),
        ...restorable(policy).flatMap((store) => givenBack(policy, store, stores[store.id])),
        ...(restoreRole ? backupStatements(restoreRole) : []),
      ],
    },
  };
}

/** Returns the stores of which single things can be told, so that a copy of them can be cleaned. */
function restorable(policy: Policy): readonly ClockStore[] {
  return policy.stores.flatMap(({ id }) => clockStoreOf(policy, id) ?? []);
}

function bucketQuarantine({
  bucketArn,

  encryptionKey,
}: Evidence["quarantine"]): readonly PolicyStatementProps[] {
  return [
    {
      actions: ["s3:ListBucket", "s3:ListBucketVersions", "s3:ListBucketMultipartUploads"],
      resources: [bucketArn],
    },
    {
      actions: ["s3:GetObject", "s3:GetObjectTagging", "s3:DeleteObjectVersion", "s3:AbortMultipartUpload"],
      resources: [`${bucketArn}/*`],
    },
    ...(encryptionKey
      ? [{ actions: ["kms:Decrypt"], resources: [encryptionKey.keyArn], conditions: via("s3") }]
      : []),
  ];
}

/** Tables that copies come back to have a name of their own, by which alone they may be used. */
function tableQuarantine(): readonly PolicyStatementProps[] {
  const quarantined = `arn:${Aws.PARTITION}:dynamodb:${Aws.REGION}:${Aws.ACCOUNT_ID}:table/${QUARANTINE_NAME}-*`;
  return [
    {
      actions: [
        "dynamodb:DescribeTable",
        "dynamodb:GetItem",
        "dynamodb:Query",
        "dynamodb:Scan",
        "dynamodb:PutItem",
        "dynamodb:DeleteItem",
        "dynamodb:DeleteTable",
      ],
      resources: [quarantined],
    },
  ];
}

/** To look whether something is there, to put what came back, and to take that back. */
function givenBack(
  policy: Policy,
  store: ClockStore,
  ref: StoreRef | undefined,
): readonly PolicyStatementProps[] {
  if (!ref) throw new Error(`Store ${store.id} has no place; the storage stack makes one for each.`);
  const { arn, keyArn } = ref;
  const key = (actions: readonly string[], service: "s3" | "dynamodb") =>
    keyArn === undefined ? [] : [{ actions: [...actions], resources: [keyArn], conditions: via(service) }];
  if (store.kind === "s3") {
    const remove = store.versioned ? ["s3:DeleteObjectVersion"] : ["s3:DeleteObject", "s3:GetObject"];
    return [
      {
        actions: ["s3:ListBucket", "s3:ListBucketVersions", "s3:ListBucketMultipartUploads"],
        resources: [arn],
      },
      {
        actions: ["s3:PutObject", "s3:PutObjectTagging", "s3:AbortMultipartUpload", ...remove],
        resources: [`${arn}/*`],
      },
      ...key(["kms:GenerateDataKey", "kms:Decrypt"], "s3"),
    ];
  }
  const retained = retainedByAnyScope(policy).has(store.id) ? ["dynamodb:GetItem"] : [];
  return [
    { actions: ["dynamodb:PutItem", "dynamodb:DeleteItem", ...retained], resources: [arn] },
    // A table of ours, or a backup of it, that DynamoDB restores by itself.
    {
      actions: [
        "dynamodb:RestoreTableToPointInTime",
        "dynamodb:RestoreTableFromBackup",
        "dynamodb:Scan",
        "dynamodb:Query",
        "dynamodb:UpdateItem",
        "dynamodb:BatchWriteItem",
      ],
      resources: [`${arn}/backup/*`, `${arn}`],
    },
    ...key(TABLE_KEY_USE, "dynamodb"),
  ];
}

function backupStatements({ roleArn }: IRole): readonly PolicyStatementProps[] {
  return [
    // A recovery point's ARN is of the service that was copied, so none can be named here.
    { actions: ["backup:StartRestoreJob"], resources: ["*"] },
    { actions: ["backup:DescribeRestoreJob"], resources: ["*"] },
    {
      actions: ["iam:PassRole"],
      resources: [roleArn],
      conditions: { StringEquals: { "iam:PassedToService": "backup.amazonaws.com" } },
    },
  ];
}

function via(service: "s3" | "dynamodb") {
  return { StringEquals: { "kms:ViaService": `${service}.${Aws.REGION}.amazonaws.com` } };
}

import { Aws } from "aws-cdk-lib";
import type { PolicyStatementProps } from "aws-cdk-lib/aws-iam";
import type { StoreRef } from "../../shared/domain/policy/bindings.ts";
import type { Policy } from "../../shared/domain/policy/policy.ts";
import type { Store } from "../../shared/domain/policy/store.ts";
import { copiedInto } from "../../shared/domain/policy/store-host.ts";
import { BACKED_UP_TAG } from "./backup-plan.ts";
import type { PortGrant } from "./port-grant.ts";

type CopyPort = "copies:list" | "copies:end";

const RECOVERY_POINTS = `arn:${Aws.PARTITION}:backup:${Aws.REGION}:${Aws.ACCOUNT_ID}:recovery-point:*`;

/** Returns what it takes to see the copies of stores, and to end those whose time is over; none of it reads one. */
export function copyGrants(
  policy: Policy,
  stores: Readonly<Record<string, StoreRef>>,
): Record<CopyPort, PortGrant> {
  const tables = [...new Set(policy.stores.filter(isTable).flatMap(({ id }) => stores[id]?.arn ?? []))];
  return {
    "copies:list": {
      settings: {},
      statements: [
        // In any vault: one that nobody declared is what is looked for.
        { actions: ["backup:ListRecoveryPointsByResource"], resources: ["*"] },
        {
          actions: ["backup:ListRecoveryPointsByBackupVault"],
          resources: [`arn:${Aws.PARTITION}:backup:${Aws.REGION}:${Aws.ACCOUNT_ID}:backup-vault:*`],
        },
        ...(tables.length === 0 ? [] : tableStatements(tables)),
        ...exportStatements(policy, stores),
      ],
    },
    "copies:end": { settings: {}, statements: endStatements(policy, stores) },
  };
}

function tableStatements(tables: readonly string[]): readonly PolicyStatementProps[] {
  return [
    // Neither takes a resource: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondynamodb.html
    { actions: ["dynamodb:ListBackups", "dynamodb:ListExports"], resources: ["*"] },
    { actions: ["dynamodb:DescribeContinuousBackups"], resources: [...tables] },
    { actions: ["dynamodb:DescribeExport"], resources: tables.map((arn) => `${arn}/export/*`) },
  ];
}

function exportStatements(
  policy: Policy,
  stores: Readonly<Record<string, StoreRef>>,
): readonly PolicyStatementProps[] {
  return policy.stores.flatMap((store) => {
    const arn = stores[store.id]?.arn;
    if (store.kind !== "aged-files" || store.exportsOf === undefined || arn === undefined) return [];
    return [{ actions: ["s3:ListBucket"], resources: [arn] }];
  });
}

/** A recovery point is named by the service that was copied, so only its tag tells whose plan made it. */
function endStatements(
  policy: Policy,
  stores: Readonly<Record<string, StoreRef>>,
): readonly PolicyStatementProps[] {
  const copied = policy.backups.vaults.flatMap((vault) => copiedInto(vault, policy));
  if (copied.length === 0) return [];
  const backups = copied.filter(isTable).flatMap(({ id }) => stores[id]?.arn ?? []);
  return [
    {
      actions: ["backup:DescribeRecoveryPoint", "backup:DeleteRecoveryPoint"],
      resources: [RECOVERY_POINTS, ...backups.map((arn) => `${arn}/backup/*`)],
      conditions: { StringEquals: { [`aws:ResourceTag/${BACKED_UP_TAG}`]: policy.service.id } },
    },
    // Without it AWS Backup answers 200 and leaves the recovery point there, expired:
    // https://docs.aws.amazon.com/aws-backup/latest/devguide/API_DeleteRecoveryPoint.html
    {
      actions: ["iam:CreateServiceLinkedRole"],
      resources: [
        `arn:${Aws.PARTITION}:iam::${Aws.ACCOUNT_ID}:role/aws-service-role/backup.amazonaws.com/AWSServiceRoleForBackup`,
      ],
      conditions: { StringEquals: { "iam:AWSServiceName": "backup.amazonaws.com" } },
    },
  ];
}

function isTable({ kind }: Store): boolean {
  return kind.startsWith("dynamodb");
}

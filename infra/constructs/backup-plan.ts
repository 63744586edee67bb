import { Duration, Tags } from "aws-cdk-lib";
import {
  BackupPlan,
  BackupPlanRule,
  BackupResource,
  BackupSelection,
  BackupVault,
} from "aws-cdk-lib/aws-backup";
import { Schedule } from "aws-cdk-lib/aws-events";
import { ManagedPolicy, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Key } from "aws-cdk-lib/aws-kms";
import { Construct } from "constructs";
import { vaultName } from "../../shared/domain/backups/vault-name.ts";
import type { Vault } from "../../shared/domain/policy/backups.ts";
import type { StoreRef } from "../../shared/domain/policy/bindings.ts";
import type { Policy } from "../../shared/domain/policy/policy.ts";
import { copiedInto } from "../../shared/domain/policy/store-host.ts";
import { markOwn } from "../checks/marks.ts";
import type { Permanence } from "../permanence.ts";
import { BACKUP_PURPOSE, PURPOSE_TAG } from "./purpose-tag.ts";

/** On every recovery point that a plan of ours makes: the service that it is of. */
export const BACKED_UP_TAG = "lethe:backup-of";

/** When few people work: the hour is the same in summer and winter, since it is UTC. */
const NIGHTLY = { hour: "2", minute: "0" };
/** One that does not begin in time is not made; the next night's is. */
const START_WITHIN = Duration.hours(1);
const COMPLETE_WITHIN = Duration.hours(12);

/**
 * One vault of a policy with the plan that fills it: the buckets and tables that it names, by their ARNs, and nothing that
 * a tag or a wildcard would bring in. So nothing of Lethe's own is ever in it: tombstones, holds and keys that came back
 * with a restore would forget who was erased since.
 */
export class BackupOfStores extends Construct {
  constructor(
    scope: Construct,
    id: string,
    {
      policy,
      vault,
      stores,
      permanence: { removalPolicy },
    }: {
      readonly policy: Policy;
      readonly vault: Vault;
      readonly stores: Readonly<Record<string, StoreRef>>;
      readonly permanence: Permanence;
    },
  ) {
    super(scope, id);
    const service = policy.service.id;
    const copied = copiedInto(vault, policy);
    const key = new Key(this, "key", {
      description: `Encrypts the backups of ${policy.service.name} in the vault ${vault.id}.`,
      enableKeyRotation: true,
      removalPolicy,
    });
    const backupVault = new BackupVault(this, "vault", {
      backupVaultName: vaultName(service, vault.id),
      encryptionKey: key,
      removalPolicy,
      ...(vault.lock ? { lockConfiguration: lockOf(policy, vault.lock) } : {}),
    });
    markOwn(backupVault, `backups of ${copied.map((store) => store.id).join(", ")}`);
    const role = new Role(this, "role", {
      assumedBy: new ServicePrincipal("backup.amazonaws.com"),
      description: `Makes and ends the backups of ${policy.service.name}.`,
      managedPolicies: [
        ...new Set(copied.flatMap(({ kind }) => AWS_POLICIES[kind === "s3" ? "s3" : "dynamodb"])),
      ].map((name) => ManagedPolicy.fromAwsManagedPolicyName(name)),
    });
    Tags.of(role).add(PURPOSE_TAG, BACKUP_PURPOSE);
    const plan = new BackupPlan(this, "plan", { backupVault });
    plan.addRule(ruleOf(service, vault));
    const selection = new BackupSelection(this, "selection", {
      backupPlan: plan,
      role,
      resources: copied.flatMap(({ id: storeId }) => {
        const arn = stores[storeId]?.arn;
        return arn === undefined ? [] : [BackupResource.fromArn(arn)];
      }),
    });
    selection.node.addDependency(role);
    Tags.of(plan).add(BACKED_UP_TAG, service);
  }
}

/**
 * What AWS says its role needs to copy; neither lets it restore, which somebody who restores brings a role for.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/security-iam-awsmanpol.html
 */
const AWS_POLICIES = {
  s3: ["AWSBackupServiceRolePolicyForS3Backup"],
  dynamodb: ["service-role/AWSBackupServiceRolePolicyForBackup"],
} as const;

function ruleOf(service: string, { id, copies, retentionDays }: Vault): BackupPlanRule {
  return new BackupPlanRule({
    ruleName: id,
    scheduleExpression: Schedule.cron(NIGHTLY),
    startWindow: START_WITHIN,
    completionWindow: COMPLETE_WITHIN,
    deleteAfter: Duration.days(retentionDays),
    enableContinuousBackup: copies === "continuous",
    recoveryPointTags: { [BACKED_UP_TAG]: service },
  });
}

/** Governance: without `changeableFor` whoever may can take it away, so that a wrong one is no fate. */
function lockOf({ backups }: Policy, { shortestDays }: NonNullable<Vault["lock"]>) {
  return {
    minRetention: Duration.days(shortestDays),
    ...(backups.longestDays === undefined ? {} : { maxRetention: Duration.days(backups.longestDays) }),
  };
}

import { Stack } from "aws-cdk-lib";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IKey } from "aws-cdk-lib/aws-kms";
import { LogGroup } from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";
import type { StoreRef } from "../../shared/domain/policy/bindings.ts";
import type { LogGroupStore } from "../../shared/domain/policy/store.ts";
import { markStores } from "../checks/marks.ts";
import { describeBackstop } from "./describe-backstop.ts";
import { ownedRef } from "./owned-ref.ts";
import type { StoreOf } from "./store-bucket.ts";

/** Makes the log group of a declared store and returns where it is. */
export function placeLogGroup(
  scope: Construct,
  { policy, store, key, permanence }: StoreOf<LogGroupStore>,
): StoreRef {
  if (key) letLogsUse(key, Stack.of(scope));
  const logGroup = new LogGroup(scope, store.id, {
    // The days that the policy may name are those that CloudWatch Logs takes.
    retention: store.retentionDays,
    removalPolicy: permanence.removalPolicy,
    ...(key ? { encryptionKey: key } : {}),
  });
  markStores(logGroup, [store]);
  describeBackstop(logGroup, policy, [store]);
  return ownedRef(scope, { id: logGroup.logGroupName, arn: logGroup.logGroupArn }, key);
}

/**
 * CloudWatch Logs refuses a key that it may not use itself; here, for log groups of this account and region.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
 */
function letLogsUse(key: IKey, stack: Stack): void {
  const logGroups = stack.formatArn({ service: "logs", resource: "*" });
  key.addToResourcePolicy(
    new PolicyStatement({
      sid: "LogGroups",
      principals: [new ServicePrincipal(`logs.${stack.region}.amazonaws.com`)],
      actions: ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"],
      resources: ["*"],
      conditions: { ArnLike: { "kms:EncryptionContext:aws:logs:arn": logGroups } },
    }),
  );
}

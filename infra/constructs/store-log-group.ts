import { Stack } from "aws-cdk-lib";
import { LogGroup } from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";
import type { StoreRef } from "../../shared/domain/policy/bindings.ts";
import type { LogGroupStore } from "../../shared/domain/policy/store.ts";
import type { StoreOf } from "./store-bucket.ts";

/** Makes the log group of a declared store and returns where it is. */
export function placeLogGroup(
  scope: Construct,
  { store, key, permanence }: Omit<StoreOf<LogGroupStore>, "policy">,
): StoreRef {
  const logGroup = new LogGroup(scope, store.id, {
    // The days that the policy may name are those that CloudWatch Logs takes.
    retention: store.retentionDays,
    removalPolicy: permanence.removalPolicy,
    ...(key ? { encryptionKey: key } : {}),
  });
  const { region, account } = Stack.of(scope);
  return {
    id: logGroup.logGroupName,
    arn: logGroup.logGroupArn,
    region,
    account,
    ...(key ? { keyArn: key.keyArn } : {}),
    owned: true,
  };
}

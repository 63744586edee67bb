import { Stack } from "aws-cdk-lib";
import { AttributeType, BillingMode, StreamViewType, Table, TableEncryption } from "aws-cdk-lib/aws-dynamodb";
import type { Construct } from "constructs";
import type { StoreRef } from "../../shared/domain/policy/bindings.ts";
import type { DynamodbStore } from "../../shared/domain/policy/store.ts";
import { clockStores } from "../../shared/domain/retention/clock-rules.ts";
import { markStores } from "../checks/marks.ts";
import type { GuardedBucket } from "./bucket-guards.ts";
import { describeBackstop } from "./describe-backstop.ts";
import type { StoreOf } from "./store-bucket.ts";
import { tableGuards } from "./table-guards.ts";

/** Makes the table of a declared store and returns where it is. */
export function placeTable(
  scope: Construct,
  { policy, store, key, permanence, isolated }: StoreOf<DynamodbStore> & Pick<GuardedBucket, "isolated">,
): StoreRef {
  const table = new Table(scope, store.id, {
    partitionKey: { name: store.partitionKey.attribute, type: AttributeType.STRING },
    ...(store.sortKey ? { sortKey: { name: store.sortKey.attribute, type: AttributeType.STRING } } : {}),
    ...(store.timeToLiveAttribute ? { timeToLiveAttribute: store.timeToLiveAttribute } : {}),
    // Tells the clock what was stored. It holds keys alone, for a day: a copy of an item would outlive the item.
    ...(clockStores(policy).some(({ id }) => id === store.id) ? { stream: StreamViewType.KEYS_ONLY } : {}),
    billingMode: BillingMode.PAY_PER_REQUEST,
    encryption: key ? TableEncryption.CUSTOMER_MANAGED : TableEncryption.DEFAULT,
    ...(key ? { encryptionKey: key } : {}),
    pointInTimeRecoverySpecification:
      store.pointInTimeRecoveryDays > 0
        ? { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: store.pointInTimeRecoveryDays }
        : { pointInTimeRecoveryEnabled: false },
    resourcePolicy: tableGuards(
      policy,
      store,
      isolated?.storeIds.includes(store.id) ? isolated.vpcId : undefined,
    ),
    ...permanence,
  });
  markStores(table, [store]);
  describeBackstop(table, policy, [store]);
  const { region, account } = Stack.of(scope);
  return {
    id: table.tableName,
    arn: table.tableArn,
    region,
    account,
    ...(key ? { keyArn: key.keyArn } : {}),
    ...(table.tableStreamArn === undefined ? {} : { streamArn: table.tableStreamArn }),
    owned: true,
  };
}

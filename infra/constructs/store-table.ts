import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from "aws-cdk-lib/aws-dynamodb";
import type { Construct } from "constructs";
import type { StoreRef } from "../../shared/domain/policy/bindings.ts";
import type { DynamodbStore, Store } from "../../shared/domain/policy/store.ts";
import type { IndexedStore, SharedStore } from "../../shared/domain/policy/table-stores.ts";
import { clockStores } from "../../shared/domain/retention/clock-rules.ts";
import { markStores } from "../checks/marks.ts";
import type { GuardedBucket } from "./bucket-guards.ts";
import { describeBackstop } from "./describe-backstop.ts";
import { ownedRef } from "./owned-ref.ts";
import type { StoreOf } from "./store-bucket.ts";
import { tableGuards } from "./table-guards.ts";

/** A store that has a table of its own. */
type TableStore = DynamodbStore | IndexedStore | SharedStore;

/** Makes the table of a declared store, for it and for those that lie in it, and returns where it is. */
export function placeTable(
  scope: Construct,
  {
    policy,
    store,
    lying,
    key,
    permanence,
    isolated,
  }: StoreOf<TableStore> & { readonly lying: readonly Store[] } & Pick<GuardedBucket, "isolated">,
): StoreRef {
  const { sortKey, timeToLiveAttribute } = {
    ...(store.kind === "dynamodb-shared" ? {} : { sortKey: store.sortKey }),
    ...(store.kind === "dynamodb-shared" ? {} : { timeToLiveAttribute: store.timeToLiveAttribute }),
  };
  const recoveryDays = store.kind === "dynamodb" ? store.pointInTimeRecoveryDays : 0;
  const table = new Table(scope, store.id, {
    partitionKey: { name: store.partitionKey.attribute, type: AttributeType.STRING },
    ...(sortKey ? { sortKey: { name: sortKey.attribute, type: AttributeType.STRING } } : {}),
    ...(timeToLiveAttribute ? { timeToLiveAttribute } : {}),
    // Tells the clock what was stored. It holds keys alone, for a day: a copy of an item would outlive the item.
    ...(clockStores(policy).some(({ id }) => id === store.id) ? { stream: StreamViewType.KEYS_ONLY } : {}),
    billingMode: BillingMode.PAY_PER_REQUEST,
    encryption: key ? TableEncryption.CUSTOMER_MANAGED : TableEncryption.DEFAULT,
    ...(key ? { encryptionKey: key } : {}),
    pointInTimeRecoverySpecification:
      recoveryDays > 0
        ? { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: recoveryDays }
        : { pointInTimeRecoveryEnabled: false },
    resourcePolicy: tableGuards(
      policy,
      lying.flatMap(({ categories }) => categories),
      isolated?.storeIds.includes(store.id) ? isolated.vpcId : undefined,
    ),
    ...permanence,
  });
  for (const { name, attribute } of indexesOf(policy, store)) {
    // Nothing but keys: an index is one more place of what it holds.
    table.addGlobalSecondaryIndex({
      indexName: name,
      partitionKey: { name: attribute, type: AttributeType.STRING },
      projectionType: ProjectionType.KEYS_ONLY,
    });
  }
  markStores(table, lying);
  describeBackstop(table, policy, [store]);
  return {
    ...ownedRef(scope, { id: table.tableName, arn: table.tableArn }, key),
    ...(table.tableStreamArn === undefined ? {} : { streamArn: table.tableStreamArn }),
  };
}

/** By which else than its key people are found in a table: by whose an item is, and accounts by their address. */
function indexesOf(
  { accountAddresses }: StoreOf<TableStore>["policy"],
  store: TableStore,
): readonly { readonly name: string; readonly attribute: string }[] {
  const located =
    store.kind === "dynamodb-index"
      ? [{ name: store.locatedBy.index, attribute: store.locatedBy.partitionKey.attribute }]
      : [];
  if (accountAddresses?.index === undefined || accountAddresses.store !== store.id) return located;
  return [...located, { name: accountAddresses.index, attribute: accountAddresses.attribute }];
}

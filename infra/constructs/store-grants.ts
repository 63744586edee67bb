import type { PolicyStatementProps } from "aws-cdk-lib/aws-iam";
import type { StoreRef } from "../../shared/domain/policy/bindings.ts";
import type { Policy } from "../../shared/domain/policy/policy.ts";
import { retainedByAnyScope } from "../../shared/domain/policy/retained-stores.ts";
import {
  type CognitoStore,
  type DynamodbStore,
  prefixBeforeSubject,
  type Store,
} from "../../shared/domain/policy/store.ts";
import { sharedFileStatements, sharedTableStatements } from "./shared-table-grants.ts";
import { bucketStatements, type StoreUse, tableKeyStatements } from "./store-statements.ts";

/** What each use calls in a store of each kind. Nothing here reads what an object or a file holds. */
const ACTIONS = {
  dynamodb: {
    find: ["dynamodb:Query"],
    erase: ["dynamodb:Query", "dynamodb:BatchWriteItem"],
    verify: ["dynamodb:Query"],
    /** Both in one transaction, which is asked for as its parts are: a record is cut and moved. */
    retain: ["dynamodb:PutItem", "dynamodb:DeleteItem"],
  },
  cognito: {
    find: ["cognito-idp:AdminGetUser"],
    erase: ["cognito-idp:AdminGetUser", "cognito-idp:AdminDeleteUser"],
    verify: ["cognito-idp:ListUsers"],
  },
} as const;

/** Returns the permission to use the stores of a policy in one way, narrowed to where subjects' entries are. */
export function storeStatements(
  use: StoreUse,
  policy: Policy,
  refs: Readonly<Record<string, StoreRef>>,
): readonly PolicyStatementProps[] {
  const cut = retainedByAnyScope(policy);
  return policy.stores.flatMap((store) => [
    ...statementsFor(use, store, refs),
    ...(use === "erase" && cut.has(store.id) ? retainStatements(store, refs[store.id]) : []),
  ]);
}

/** Only a table whose records an erasure cuts may be written to. */
function retainStatements(store: Store, ref: StoreRef | undefined): readonly PolicyStatementProps[] {
  return store.kind === "dynamodb" && ref ? [partitionsStatement(store, ref, ACTIONS.dynamodb.retain)] : [];
}

/** The partitions of people and of their pseudonyms have one form, and no other partition does. */
export function partitionsStatement(
  { partitionKey }: DynamodbStore,
  { arn }: StoreRef,
  actions: readonly string[],
): PolicyStatementProps {
  const partitions = partitionKey.template.replace("{subject}", "?*");
  return {
    actions: [...actions],
    resources: [arn],
    conditions: { "ForAllValues:StringLike": { "dynamodb:LeadingKeys": [partitions] } },
  };
}

function statementsFor(
  use: StoreUse,
  store: Store,
  refs: Readonly<Record<string, StoreRef>>,
): readonly PolicyStatementProps[] {
  const ref = refs[store.id];
  if (!ref) throw new Error(`Store ${store.id} has no place; the storage stack makes one for each.`);
  switch (store.kind) {
    case "s3":
      return bucketStatements(use, prefixBeforeSubject(store), ref);
    case "dynamodb":
      return tableStatements(use, store, ref);
    case "cognito":
      return [{ actions: [...ACTIONS.cognito[use]], resources: [ref.arn] }];
    case "dynamodb-index":
    case "dynamodb-mentions":
      return sharedTableStatements(use, store, ref);
    case "dynamodb-shared":
      return [...sharedTableStatements(use, store, ref), ...sharedFileStatements(use, store, refs)];
    // Nobody can be found in it: it is emptied by age alone.
    case "log-group":
    case "queue":
    case "aged-files":
      return [];
  }
}

function tableStatements(
  use: StoreUse,
  store: DynamodbStore,
  ref: StoreRef,
): readonly PolicyStatementProps[] {
  return [partitionsStatement(store, ref, ACTIONS.dynamodb[use]), ...tableKeyStatements(use, ref)];
}

const ADDRESS_ACTION = "cognito-idp:AdminGetUser";
const CLOSING_ACTIONS = [
  "cognito-idp:AdminDisableUser",
  ADDRESS_ACTION,
  "cognito-idp:AdminUserGlobalSignOut",
] as const;

/** Returns the permission to close accounts and read the address on file. */
export function accountStatements(
  stores: readonly Store[],
  refs: Readonly<Record<string, StoreRef>>,
): readonly PolicyStatementProps[] {
  return poolStatements(stores, refs, CLOSING_ACTIONS);
}

/** Returns the permission to read the address on file. */
export function accountAddressStatements(
  stores: readonly Store[],
  refs: Readonly<Record<string, StoreRef>>,
): readonly PolicyStatementProps[] {
  return poolStatements(stores, refs, [ADDRESS_ACTION]);
}

/** Returns the permission to let somebody sign in again. */
export function accountReopeningStatements(
  stores: readonly Store[],
  refs: Readonly<Record<string, StoreRef>>,
): readonly PolicyStatementProps[] {
  return poolStatements(stores, refs, ["cognito-idp:AdminEnableUser"]);
}

function poolStatements(
  stores: readonly Store[],
  refs: Readonly<Record<string, StoreRef>>,
  actions: readonly string[],
): readonly PolicyStatementProps[] {
  const pools = stores.filter((store): store is CognitoStore => store.kind === "cognito");
  return pools.flatMap(({ id }) => {
    const arn = refs[id]?.arn;
    return arn === undefined ? [] : [{ actions: [...actions], resources: [arn] }];
  });
}

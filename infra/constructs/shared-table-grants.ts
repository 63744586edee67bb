import type { PolicyStatementProps } from "aws-cdk-lib/aws-iam";
import type { StoreRef } from "../../shared/domain/policy/bindings.ts";
import {
  type IndexedStore,
  type MentionsStore,
  prefixBeforeThing,
  type SharedStore,
} from "../../shared/domain/policy/table-stores.ts";
import { bucketStatements, type StoreUse, tableKeyStatements } from "./store-statements.ts";

/**
 * Returns the permission to use a table in which a person's items have no key of theirs. Looking for them reads the
 * table, so the attributes that may be read are named: the keys, and those that say whose an item is.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html
 */
export function sharedTableStatements(
  use: StoreUse,
  store: IndexedStore | MentionsStore | SharedStore,
  ref: StoreRef,
): readonly PolicyStatementProps[] {
  const named = {
    "ForAllValues:StringEquals": { "dynamodb:Attributes": [...attributesOf(store)] },
    StringEqualsIfExists: {
      "dynamodb:Select": "SPECIFIC_ATTRIBUTES",
      "dynamodb:ReturnValues": ["NONE", "UPDATED_OLD", "UPDATED_NEW"],
    },
  };
  const { onTable, onIndex } = operationsOf(use, store);
  return [
    { actions: onTable.map(prefixed), resources: [ref.arn], conditions: named },
    ...(store.kind === "dynamodb-index" && onIndex.length > 0
      ? [
          {
            actions: onIndex.map(prefixed),
            resources: [`${ref.arn}/index/${store.locatedBy.index}`],
            conditions: {
              "ForAllValues:StringLike": {
                "dynamodb:LeadingKeys": [store.locatedBy.partitionKey.template.replace("{subject}", "?*")],
              },
            },
          },
        ]
      : []),
    ...tableKeyStatements(use, ref),
  ];
}

/** Returns the permission to use the files of shared things, as far as their keys begin so. */
export function sharedFileStatements(
  use: StoreUse,
  { id, objects }: SharedStore,
  refs: Readonly<Record<string, StoreRef>>,
): readonly PolicyStatementProps[] {
  if (!objects) return [];
  const bucket = refs[objects.bucketOf];
  if (!bucket) throw new Error(`The files of ${id} lie in ${objects.bucketOf}, which has no place.`);
  return bucketStatements(use, prefixBeforeThing(objects), bucket);
}

function operationsOf(use: StoreUse, store: IndexedStore | MentionsStore | SharedStore) {
  switch (store.kind) {
    case "dynamodb-index":
      return {
        find: { onTable: ["GetItem"], onIndex: ["Query"] },
        erase: { onTable: ["GetItem", "DeleteItem"], onIndex: ["Query"] },
        verify:
          store.verifiedBy === "scan"
            ? { onTable: ["Scan"], onIndex: [] }
            : { onTable: ["GetItem"], onIndex: ["Query"] },
      }[use];
    case "dynamodb-mentions": {
      const change = store.effect === "delete-item" ? "DeleteItem" : "UpdateItem";
      return { onTable: use === "erase" ? ["Scan", change] : ["Scan"], onIndex: [] };
    }
    case "dynamodb-shared":
      return {
        find: { onTable: ["Scan"], onIndex: [] },
        erase: { onTable: ["Scan", "UpdateItem", "DeleteItem"], onIndex: [] },
        verify: { onTable: store.objects ? ["Scan", "GetItem"] : ["Scan"], onIndex: [] },
      }[use];
  }
}

function attributesOf(store: IndexedStore | MentionsStore | SharedStore): readonly string[] {
  switch (store.kind) {
    case "dynamodb-index":
      return [...keysOf(store), store.locatedBy.partitionKey.attribute];
    case "dynamodb-mentions":
      return [...keysOf(store), store.attribute];
    case "dynamodb-shared":
      return [store.partitionKey.attribute, store.members.attribute, store.owner.attribute];
  }
}

function keysOf({ partitionKey, sortKey }: IndexedStore | MentionsStore): readonly string[] {
  return [partitionKey.attribute, ...(sortKey ? [sortKey.attribute] : [])];
}

function prefixed(operation: string): string {
  return `dynamodb:${operation}`;
}

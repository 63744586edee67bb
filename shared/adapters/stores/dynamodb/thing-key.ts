import type { IndexedStore } from "../../../domain/policy/table-stores.ts";
import type { Thing } from "../../../domain/retention/thing.ts";
import { itemKeyText, itemKeyValues } from "../../../domain/retention/thing-owner.ts";

type KeyAttributes = Pick<IndexedStore, "partitionKey" | "sortKey">;

/** A thing has a key that its table cannot have; nothing was deleted. */
export class KeyNotOfTable extends Error {
  override readonly name = "KeyNotOfTable";
}

/** Returns the key of a thing by the key attributes of its item; undefined if they are no texts, as those of ours are. */
export function keyTextOf(
  { partitionKey, sortKey }: KeyAttributes,
  item: Readonly<Record<string, { readonly S?: string | undefined }>>,
): string | undefined {
  const partition = item[partitionKey.attribute]?.S;
  const sort = sortKey && item[sortKey.attribute]?.S;
  if (partition === undefined || (sortKey && sort === undefined)) return undefined;
  return itemKeyText(partition, sort);
}

/**
 * Returns the key attributes of the item of a thing.
 *
 * @throws {KeyNotOfTable} if the table has others.
 */
export function keyOf(
  { partitionKey, sortKey }: KeyAttributes,
  { store, key }: Thing,
): Readonly<Record<string, string>> {
  const [partition, sort] = itemKeyValues(key) ?? [];
  if (partition === undefined || (sort === undefined) !== (sortKey === undefined)) {
    throw new KeyNotOfTable(`A thing of store ${store} has a key that its table cannot have.`);
  }
  return {
    [partitionKey.attribute]: partition,
    ...(sortKey && sort !== undefined ? { [sortKey.attribute]: sort } : {}),
  };
}

/** Returns what makes a read give out the key attributes and nothing of what an item holds. */
export function keysAlone({ partitionKey, sortKey }: KeyAttributes) {
  return keysAnd({ partitionKey, sortKey }, []);
}

/** The same, and these attributes besides, none of which is of the key. */
export function keysAnd({ partitionKey, sortKey }: KeyAttributes, attributes: readonly string[]) {
  const names = {
    "#partition": partitionKey.attribute,
    ...(sortKey ? { "#sort": sortKey.attribute } : {}),
    ...Object.fromEntries(attributes.map((attribute, at) => [`#more${at}`, attribute])),
  };
  return { ProjectionExpression: Object.keys(names).join(", "), ExpressionAttributeNames: names };
}

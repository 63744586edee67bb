import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import type { RetainedStore } from "../../../domain/policy/retained-stores.ts";
import { attributesRead, type Item } from "./retained-item.ts";

/** Returns what names a record to delete, and says that whatever decides what becomes of it is as it was read. */
export function ifUnchanged(retained: RetainedStore, record: Item) {
  const { partitionKey, sortKey } = retained.store;
  const keyNames = [partitionKey.attribute, ...(sortKey ? [sortKey.attribute] : [])];
  const Key = Object.fromEntries(keyNames.flatMap((name) => (record[name] ? [[name, record[name]]] : [])));
  const names: Record<string, string> = { "#key": partitionKey.attribute };
  const values: Record<string, AttributeValue> = {};
  // Of a record that is gone every attribute is absent, so its key has to be there.
  const conditions = ["attribute_exists(#key)"];
  const others = attributesRead(retained).filter((name) => !keyNames.includes(name));
  for (const [at, name] of others.entries()) {
    names[`#a${at}`] = name;
    const value = record[name];
    if (value) values[`:a${at}`] = value;
    conditions.push(value ? `#a${at} = :a${at}` : `attribute_not_exists(#a${at})`);
  }
  return {
    Key,
    ConditionExpression: conditions.join(" AND "),
    ExpressionAttributeNames: names,
    ...(Object.keys(values).length > 0 ? { ExpressionAttributeValues: values } : {}),
  };
}

import type { AttributeValue } from "@aws-sdk/client-dynamodb";

/**
 * The key attributes of one item, as DynamoDB writes them: a number of 38 digits would lose some as a JavaScript one,
 * and the item would be missed.
 */
export type ItemKey = Readonly<Record<string, AttributeValue>>;

/** One item as the gate knows it. It tells nothing of when it was made. */
export interface ItemEntry {
  readonly key: ItemKey;
  readonly id: string;
  readonly item: string;
}

/** Returns the entry of an item with this key; its name is the values of its key, one a line. */
export function itemEntry(key: ItemKey): ItemEntry {
  const name = Object.keys(key)
    .sort()
    .map((attribute) => textOf(key[attribute]))
    .join("\n");
  return { key, id: name, item: name };
}

function textOf(value: AttributeValue | undefined): string {
  return value?.S ?? value?.N ?? Buffer.from(value?.B ?? []).toString("base64");
}

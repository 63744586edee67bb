const KILOBYTE = 1024;
/** A read unit is for this much. */
const READ_UNIT_BYTES = 4 * KILOBYTE;
/** Lists and maps, and each of what is in them. */
const COLLECTION_BYTES = 3;
const MEMBER_BYTES = 1;

/**
 * Returns the size by which DynamoDB bills an item: names and texts in UTF-8, a number by its digits, a list or a map 3
 * bytes and one for each member.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html
 */
export function itemBytes(item: Readonly<Record<string, unknown>>): number {
  return Object.entries(item).reduce(
    (sum, [name, value]) => sum + Buffer.byteLength(name) + valueBytes(value),
    0,
  );
}

/** Returns the units of writing an item once, outside a transaction. */
export function writeUnits(bytes: number): number {
  return Math.max(1, Math.ceil(bytes / KILOBYTE));
}

/** Returns the units of reading an item, or the items of a query together, consistently. */
export function readUnits(bytes: number): number {
  return Math.max(1, Math.ceil(bytes / READ_UNIT_BYTES));
}

function valueBytes(value: unknown): number {
  if (typeof value === "string") return Buffer.byteLength(value);
  if (value instanceof Uint8Array) return value.byteLength;
  // Two digits a byte, and one more, and one for the sign.
  if (typeof value === "number") return Math.ceil(String(Math.abs(value)).length / 2) + (value < 0 ? 2 : 1);
  if (value instanceof Set) return [...value].reduce<number>((sum, one) => sum + valueBytes(one), 0);
  if (Array.isArray(value)) {
    return value.reduce<number>((sum, one) => sum + MEMBER_BYTES + valueBytes(one), COLLECTION_BYTES);
  }
  if (typeof value === "object" && value !== null) {
    return Object.entries(value).reduce(
      (sum, [name, one]) => sum + MEMBER_BYTES + Buffer.byteLength(name) + valueBytes(one),
      COLLECTION_BYTES,
    );
  }
  return 1;
}

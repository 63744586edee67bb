import type { AttributeValue } from "@aws-sdk/client-dynamodb";

/** Returns an item as the document client gives it out: texts, numbers, lists and maps. */
export function plainItem(item: Readonly<Record<string, AttributeValue>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(item).map(([name, value]) => [name, plain(value)]));
}

/** Returns a plain record as DynamoDB writes it. */
export function writtenItem(record: Readonly<Record<string, unknown>>): Record<string, AttributeValue> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, written(value)]));
}

function plain({ S, N, L, M, SS }: AttributeValue): unknown {
  if (N !== undefined) return Number(N);
  if (L !== undefined) return L.map(plain);
  return M === undefined ? (S ?? SS) : plainItem(M);
}

function written(value: unknown): AttributeValue {
  if (typeof value === "number") return { N: String(value) };
  return typeof value === "object" && value !== null
    ? { M: writtenItem({ ...value }) }
    : { S: String(value) };
}

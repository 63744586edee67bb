import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { RETAINED_MARK, retentionEnd, withoutSubject } from "../../../domain/erasure/retained-record.ts";
import { fillSubject, type SubjectId } from "../../../domain/erasure/subject-id.ts";
import type { RetainedStore } from "../../../domain/policy/retained-stores.ts";

/** An item as DynamoDB writes it: a number of 38 digits is a sum of money that must not be rounded. */
export type Item = Readonly<Record<string, AttributeValue>>;

/** Whose item is cut, what stands in their place, and when. */
export interface Cut {
  readonly subject: SubjectId;
  readonly pseudonym: SubjectId;
  readonly at: Date;
}

/** Shorter numbers are also prices and counts, so they are not taken for an id of digits. */
const DIGITS_OF_ID_MIN = 6;

/** Returns the attributes that decide what becomes of an item: nothing else of it is read. */
export function attributesRead({ store, retention }: RetainedStore): readonly string[] {
  const { partitionKey, sortKey, timeToLiveAttribute } = store;
  const { keeps, createdAttribute } = retention;
  const names = [partitionKey.attribute, sortKey?.attribute, ...keeps, timeToLiveAttribute, createdAttribute];
  return [...new Set(names.flatMap((name) => name ?? []))];
}

/** Returns what is left of an item and goes on under the pseudonym; undefined if its end has come. */
export function cutItem({ store, retention }: RetainedStore, item: Item, cut: Cut): Item | undefined {
  const { partitionKey, sortKey, timeToLiveAttribute = "" } = store;
  const end = retentionEnd(retention.retentionDays, cut.at, {
    madeAt: madeAt({ store, retention }, item),
    expiresAt: item[timeToLiveAttribute]?.N,
  });
  if (end * 1000 <= cut.at.getTime()) return undefined;
  const kept = [...(sortKey ? [sortKey.attribute] : []), ...retention.keeps].flatMap((name) => {
    const value = item[name] && withoutId(item[name], cut);
    return value ? [[name, value] as const] : [];
  });
  return {
    ...Object.fromEntries(kept),
    [partitionKey.attribute]: { S: fillSubject(partitionKey.template, cut.pseudonym) },
    [timeToLiveAttribute]: { N: String(end) },
    [RETAINED_MARK.attribute]: { S: RETAINED_MARK.value },
  };
}

/** Returns when an item says that it was made, as it says it. */
export function madeAt({ retention }: RetainedStore, item: Item): string | undefined {
  const said = item[retention.createdAttribute ?? ""];
  return said?.S ?? said?.N;
}

/** Returns a value in which the person's id stands nowhere; undefined if it is nothing but that, or bytes that hold it. */
function withoutId(value: AttributeValue, cut: Cut): AttributeValue | undefined {
  const { subject, pseudonym } = cut;
  const clean = (text: string) => withoutSubject(text, subject, pseudonym);
  const isId = (number: string) => subject.length >= DIGITS_OF_ID_MIN && number === subject;
  const holdsId = (bytes: Uint8Array) => Buffer.from(bytes).includes(subject);
  if (value.S !== undefined) return { S: clean(value.S) };
  if (value.N !== undefined) return isId(value.N) ? undefined : value;
  if (value.B !== undefined) return holdsId(value.B) ? undefined : value;
  if (value.SS !== undefined) return { SS: [...new Set(value.SS.map(clean))] };
  if (value.NS !== undefined) return value.NS.some(isId) ? undefined : value;
  if (value.BS !== undefined) return value.BS.some(holdsId) ? undefined : value;
  if (value.L !== undefined) return { L: value.L.flatMap((member) => withoutId(member, cut) ?? []) };
  if (value.M === undefined) return value;
  const members = Object.entries(value.M).flatMap(([name, member]) => {
    const left = withoutId(member, cut);
    return left ? [[clean(name), left] as const] : [];
  });
  return { M: Object.fromEntries(members) };
}

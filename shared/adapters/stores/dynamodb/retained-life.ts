import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { epochSecondsOf, RETAINED_MARK } from "../../../domain/erasure/retained-record.ts";
import type { RetainedStore } from "../../../domain/policy/retained-stores.ts";
import type { SeenThing } from "../../../operations/ports.ts";
import { type Item, madeAt } from "./retained-item.ts";

/** Returns the attributes by which a record that a law keeps is told from others, and which say when it was made and ends. */
export function attributesOfLife({ store, retention }: RetainedStore): readonly string[] {
  const { timeToLiveAttribute, partitionKey, sortKey } = store;
  const names = [RETAINED_MARK.attribute, timeToLiveAttribute, retention.createdAttribute];
  // A key attribute may say when it was made, and is read as such.
  const keys = [partitionKey.attribute, sortKey?.attribute];
  return names.flatMap((name) => (name === undefined || keys.includes(name) ? [] : [name]));
}

/** Returns the life of a record that a law keeps, as it says itself; undefined if it is any other item. */
export function retainedLife(retained: RetainedStore, item: Item): SeenThing["retained"] {
  const mark: AttributeValue | undefined = item[RETAINED_MARK.attribute];
  if (mark?.S !== RETAINED_MARK.value) return undefined;
  const until = instantOf(item[retained.store.timeToLiveAttribute ?? ""]?.N);
  // Without an end of its own it is an item as any other, which the rule of its store ends.
  if (until === undefined) return undefined;
  const made = instantOf(madeAt(retained, item));
  return { until, ...(made === undefined ? {} : { madeAt: made }) };
}

function instantOf(said: string | undefined): string | undefined {
  const seconds = epochSecondsOf(said);
  return seconds === undefined ? undefined : new Date(seconds * 1000).toISOString();
}

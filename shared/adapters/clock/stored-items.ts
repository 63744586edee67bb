import { z } from "zod";
import type { ThingEvent } from "../../domain/retention/clock-event.ts";
import { keyTextOf } from "../stores/dynamodb/thing-key.ts";
import type { ClockPlaces } from "./clock-places.ts";

/** What AWS sends has more keys than these. */
export const TableChangeSchema = z.object({
  eventName: z.enum(["INSERT", "MODIFY", "REMOVE"]),
  eventSourceARN: z.string(),
  dynamodb: z.object({
    /** Epoch seconds, to the second. */
    ApproximateCreationDateTime: z.number(),
    Keys: z.record(z.string(), z.object({ S: z.string().optional() })),
    SequenceNumber: z.string(),
  }),
});

export type TableChange = z.infer<typeof TableChangeSchema>;

/** A change of an item whose key attributes are no texts: no table of ours has such. */
export class KeyNotText extends Error {
  override readonly name = "KeyNotText";
}

/**
 * Returns what a record of a table's stream tells: that an item was stored. Changing one that is there makes it no
 * younger, so that tells nothing.
 *
 * @throws {PlaceUnknown} if it is about a table that no store of the policy is in.
 * @throws {KeyNotText} if it names no item that could be ours.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_Record.html
 */
export function storedItem(
  { eventName, eventSourceARN, dynamodb }: TableChange,
  places: ClockPlaces,
): readonly ThingEvent[] {
  if (eventName !== "INSERT") return [];
  const [, table = ""] = /:table\/([^/]+)\/stream\//.exec(eventSourceARN) ?? [];
  const store = places.storeOfTable(table);
  const key = keyTextOf(store, dynamodb.Keys);
  if (key === undefined) throw new KeyNotText(`An item of store ${store.id} has a key that is no text.`);
  const at = places.shown(new Date(dynamodb.ApproximateCreationDateTime * 1000)).toISOString();
  return [{ kind: "thing", thing: { store: store.id, key }, told: { fact: "created", at } }];
}

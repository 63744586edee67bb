import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { z } from "zod";
import { type Thing, thingDigest } from "../../domain/retention/thing.ts";
import type { KnownThing } from "../../operations/ports.ts";
import { readItems } from "../aws/read-items.ts";
import { REAL_TIME, type WaitingTime } from "../stores/real-time.ts";

/** A record as it is stored; nothing in it says whose it is. */
export const StoredThingSchema = z.object({
  pk: z.string(),
  facts: z.set(z.string()),
  etag: z.string().optional(),
  takenAt: z.iso.datetime().optional(),
  expiresAtEpochSeconds: z.number(),
});

export type StoredThing = z.infer<typeof StoredThingSchema>;

/** Returns where the record of a thing is. */
export function keyOf(thing: Thing) {
  return { pk: `THING#${thingDigest(thing)}`, sk: "record" };
}

/** Returns what a stored record says of its thing. */
export function knownThing(thing: Thing, stored: StoredThing): KnownThing {
  const { facts, etag, takenAt, expiresAtEpochSeconds } = stored;
  return {
    thing,
    facts,
    keepUntil: new Date(expiresAtEpochSeconds * 1000).toISOString(),
    ...(etag === undefined ? {} : { etag }),
    ...(takenAt === undefined ? {} : { takenAt }),
  };
}

/** Returns the records that there are, by their partition key, read consistently. */
export async function readStored(
  documents: DynamoDBDocumentClient,
  table: string,
  things: readonly Thing[],
  time: WaitingTime = REAL_TIME,
): Promise<ReadonlyMap<string, StoredThing>> {
  const keys = [...new Map(things.map((thing) => [keyOf(thing).pk, keyOf(thing)])).values()];
  const found = await readItems(documents, table, keys, time);
  return new Map(found.map((item) => StoredThingSchema.parse(item)).map((stored) => [stored.pk, stored]));
}

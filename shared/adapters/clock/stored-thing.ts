import { BatchGetCommand, type DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { z } from "zod";
import { chunks } from "../../domain/retention/pack-due-rows.ts";
import { type Thing, thingDigest } from "../../domain/retention/thing.ts";
import type { KnownThing } from "../../operations/ports.ts";
import { atOnce } from "../at-once.ts";
import { REAL_TIME, type WaitingTime } from "../stores/real-time.ts";

/** DynamoDB takes this many a call: https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html */
const ITEMS_PER_READ = 100;
const READS_AT_ONCE = 8;
/** So many calls in a row that left items out mean that the table takes no more now: 25 s together. */
const TRIES_MAX = 8;
const PAUSE_MS = 100;

/** A record as it is stored; nothing in it says whose it is. */
export const StoredThingSchema = z.object({
  pk: z.string(),
  facts: z.set(z.string()),
  etag: z.string().optional(),
  takenAt: z.iso.datetime().optional(),
  expiresAtEpochSeconds: z.number(),
});

export type StoredThing = z.infer<typeof StoredThingSchema>;

/** DynamoDB kept putting reads off; nothing was decided. */
export class ReadsPutOff extends Error {
  override readonly name = "ReadsPutOff";
}

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
  const parts = await atOnce(READS_AT_ONCE, chunks(keys, ITEMS_PER_READ), async (part) => {
    const found: StoredThing[] = [];
    let todo: Record<string, unknown>[] = [...part];
    for (let tries = 0; todo.length > 0; tries += 1) {
      if (tries === TRIES_MAX) throw new ReadsPutOff(`DynamoDB put reads of table ${table} off: come again.`);
      if (tries > 0) await time.pause(PAUSE_MS * 2 ** (tries - 1));
      const { Responses, UnprocessedKeys } = await documents.send(
        new BatchGetCommand({ RequestItems: { [table]: { Keys: todo, ConsistentRead: true } } }),
      );
      found.push(...(Responses?.[table] ?? []).map((item) => StoredThingSchema.parse(item)));
      todo = UnprocessedKeys?.[table]?.Keys ?? [];
    }
    return found;
  });
  return new Map(parts.flat().map((stored) => [stored.pk, stored]));
}

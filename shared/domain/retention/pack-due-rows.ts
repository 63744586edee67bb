import { sha256Hex } from "../canonical-json.ts";
import type { ClockedService } from "./clocked-service.ts";
import { bucketOf, shardOf } from "./due-bucket.ts";
import { type DueRow, THINGS_PER_DUE_ROW_MAX } from "./due-row.ts";
import { currentLife } from "./due-time.ts";
import { isoMs } from "./iso-text.ts";
import type { Thing } from "./thing.ts";
import type { FactSet } from "./told-fact.ts";

/** A thing and all that is known of it. */
export interface FactsOfThing {
  readonly thing: Thing;
  readonly facts: FactSet;
}

/**
 * Returns the rows that say when to look at these things, packed by store and stretch of time. What is due already is
 * looked at in the stretch that is now; what nothing ends has no row.
 */
export function dueRowsOf(
  service: ClockedService,
  known: readonly FactsOfThing[],
  now: Date,
): readonly DueRow[] {
  const byPlace = new Map<string, { store: string; bucket: string; things: FactsOfThing[] }>();
  for (const one of known) {
    const { store } = one.thing;
    const rule = service.stores.get(store)?.rule;
    const due = rule && currentLife(rule, one.facts)?.due;
    if (!due) continue;
    const bucket = bucketOf(service.buckets, new Date(Math.max(isoMs(due.dueAt), now.getTime())));
    const name = `${store} ${bucket}`;
    const place = byPlace.get(name);
    if (place) place.things.push(one);
    else byPlace.set(name, { store, bucket, things: [one] });
  }
  return [...byPlace.values()].flatMap(({ store, bucket, things }) =>
    chunks(things, THINGS_PER_DUE_ROW_MAX).map((some) => dueRow(service, { store, bucket }, some)),
  );
}

/** Returns one row; of the things of one store, at most {@link THINGS_PER_DUE_ROW_MAX}. */
export function dueRow(
  { service, region, buckets }: ClockedService,
  place: { readonly store: string; readonly bucket: string },
  things: readonly FactsOfThing[],
): DueRow {
  const rowId = rowIdOf(things);
  return {
    schema: "lethe.due/1",
    service,
    region,
    ...place,
    // Of the row, not of a thing: things of one shard each would leave the rows nearly empty.
    shard: shardOf(buckets, rowId),
    rowId,
    things: things.map(({ thing }) => thing),
  };
}

/**
 * What was known is part of it: a sweeper that looked at a row before something new was told must not, when it removes
 * that row, take away the one that was written because of the news.
 */
function rowIdOf(things: readonly FactsOfThing[]): string {
  const parts = things.map(({ thing, facts }) => [
    thing.store,
    thing.key,
    ...(facts.size > 1 ? [...facts].sort() : facts),
  ]);
  return sha256Hex(JSON.stringify(parts));
}

/** Returns a list cut into pieces of at most `size`. */
export function chunks<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  if (items.length <= size) return items.length === 0 ? [] : [items];
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) =>
    items.slice(at * size, (at + 1) * size),
  );
}

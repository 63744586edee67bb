import type { DueRow } from "../../shared/domain/retention/due-row.ts";
import type { DuePlace, DueRows, Measured } from "../../shared/operations/ports.ts";

/** Due rows in memory. */
export interface QuickDueRows extends DueRows {
  readonly size: number;
}

/** Nothing is in most stretches of time, and most looks are at one of those. */
const NOTHING: readonly DueRow[] = [];

/**
 * Returns due rows in memory.
 *
 * @param count told what is counted together with the removal of a row.
 */
export function quickDueRows(count: (counted: readonly Measured[]) => void): QuickDueRows {
  const places = new Map<string, Map<string, DueRow>>();
  const watermarks = new Map<string, string>();
  let size = 0;
  return {
    get size() {
      return size;
    },
    async put(rows) {
      for (const row of rows) {
        const name = nameOf(row);
        const place = places.get(name) ?? new Map<string, DueRow>();
        places.set(name, place);
        if (!place.has(row.rowId)) size += 1;
        place.set(row.rowId, row);
      }
    },
    async *inBucket(place) {
      yield* [...(places.get(nameOf(place))?.values() ?? NOTHING)];
    },
    async done(row, counted) {
      const place = places.get(nameOf(row));
      if (!place?.delete(row.rowId)) return false;
      size -= 1;
      if (place.size === 0) places.delete(nameOf(row));
      count(counted);
      return true;
    },
    watermark: async (store, shard) => watermarks.get(`${store}#${shard}`),
    async advance(store, shard, bucket) {
      const stands = watermarks.get(`${store}#${shard}`);
      if (stands === undefined || stands < bucket) watermarks.set(`${store}#${shard}`, bucket);
    },
  };
}

function nameOf({ store, bucket, shard }: DuePlace): string {
  return `${store}#${bucket}#${shard}`;
}

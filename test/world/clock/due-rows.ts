import { bucketsIn } from "../../../shared/domain/retention/due-bucket.ts";
import type { DueRow } from "../../../shared/domain/retention/due-row.ts";
import type { DuePlace, DueRows, Measurements } from "../../../shared/operations/ports.ts";

/** Due rows in memory. */
export interface InMemoryDueRows extends DueRows {
  /** Every row there is. */
  all(): readonly DueRow[];
}

/** Returns no rows; what is counted with them goes to these measurements. */
export function inMemoryDueRows(measurements: Pick<Measurements, "count">): InMemoryDueRows {
  const places = new Map<string, Map<string, DueRow>>();
  const watermarks = new Map<string, string>();
  const placeOf = ({ store, bucket, shard }: DuePlace) => `${store} ${bucket} ${shard}`;
  const inBucket = async function* (place: DuePlace): AsyncGenerator<DueRow> {
    const rows = places.get(placeOf(place));
    if (rows) yield* structuredClone([...rows.values()]);
  };
  return {
    inBucket,
    async *inBuckets({ store, shard, ...range }, buckets) {
      for (const bucket of bucketsIn(buckets, range)) yield* inBucket({ store, shard, bucket });
    },
    async put(rows) {
      for (const row of rows) {
        const place = places.get(placeOf(row)) ?? new Map<string, DueRow>();
        place.set(row.rowId, structuredClone(row));
        places.set(placeOf(row), place);
      }
    },
    async done(row, counted) {
      const place = places.get(placeOf(row));
      if (!place?.delete(row.rowId)) return false;
      if (place.size === 0) places.delete(placeOf(row));
      await measurements.count(counted);
      return true;
    },
    async watermark(store, shard) {
      return watermarks.get(`${store} ${shard}`);
    },
    async begunAt() {
      return undefined;
    },
    async advance(store, shard, bucket) {
      const before = watermarks.get(`${store} ${shard}`);
      if (before === undefined || before < bucket) watermarks.set(`${store} ${shard}`, bucket);
    },
    all: () => [...places.values()].flatMap((place) => [...place.values()]),
  };
}

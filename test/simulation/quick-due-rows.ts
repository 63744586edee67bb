import type { Buckets } from "../../shared/domain/retention/due-bucket.ts";
import type { DueRow } from "../../shared/domain/retention/due-row.ts";
import { isoMs } from "../../shared/domain/retention/iso-text.ts";
import type { DuePlace, DueRows, Measured } from "../../shared/operations/ports.ts";

/** Due rows in memory. */
export interface QuickDueRows extends DueRows {
  readonly size: number;
  /** Says whether no row of any store is in a stretch of time before this one, ISO 8601 UTC. */
  isNothingBefore(bucket: string, buckets: Buckets): boolean;
}

/** Rows of one store and shard, by the beginning of their stretch of time in milliseconds. */
interface Shard {
  readonly buckets: Map<number, Map<string, DueRow>>;
  /** Nothing is before this. */
  nothingBeforeMs: number;
}

/**
 * Returns due rows in memory. Stretches of time are numbers here: nearly all looks are at those that hold nothing.
 *
 * @param count told what is counted together with the removal of a row.
 */
export function quickDueRows(count: (counted: readonly Measured[]) => void): QuickDueRows {
  const shards = new Map<string, Shard>();
  const watermarks = new Map<string, string>();
  let size = 0;
  const bucketOf = ({ store, shard, bucket }: DuePlace) =>
    shards.get(`${store}#${shard}`)?.buckets.get(isoMs(bucket));
  return {
    get size() {
      return size;
    },
    isNothingBefore(bucket, { bucketSeconds }) {
      const endMs = isoMs(bucket);
      for (const shard of shards.values()) {
        while (shard.nothingBeforeMs < endMs && !shard.buckets.has(shard.nothingBeforeMs)) {
          shard.nothingBeforeMs += bucketSeconds * 1000;
        }
        if (shard.nothingBeforeMs < endMs) return false;
      }
      return true;
    },
    async put(rows) {
      for (const row of rows) {
        const atMs = isoMs(row.bucket);
        const shard = shards.get(`${row.store}#${row.shard}`) ?? {
          buckets: new Map(),
          nothingBeforeMs: atMs,
        };
        const bucket = shard.buckets.get(atMs) ?? new Map<string, DueRow>();
        if (!bucket.has(row.rowId)) size += 1;
        bucket.set(row.rowId, row);
        shard.buckets.set(atMs, bucket);
        shard.nothingBeforeMs = Math.min(shard.nothingBeforeMs, atMs);
        shards.set(`${row.store}#${row.shard}`, shard);
      }
    },
    async *inBucket(place) {
      yield* [...(bucketOf(place)?.values() ?? [])];
    },
    inBuckets({ store, shard, from, before }, { bucketSeconds }) {
      const found = foundIn(shards.get(`${store}#${shard}`), from, before, bucketSeconds * 1000);
      return found.length === 0 ? NOTHING : eachOf(found);
    },
    async done(row, counted) {
      const bucket = bucketOf(row);
      if (!bucket?.delete(row.rowId)) return false;
      size -= 1;
      if (bucket.size === 0) shards.get(`${row.store}#${row.shard}`)?.buckets.delete(isoMs(row.bucket));
      count(counted);
      return true;
    },
    watermark: async (store, shard) => watermarks.get(`${store}#${shard}`),
    begunAt: async () => undefined,
    async advance(store, shard, bucket) {
      const stands = watermarks.get(`${store}#${shard}`);
      if (stands === undefined || stands < bucket) watermarks.set(`${store}#${shard}`, bucket);
    },
  };
}

function foundIn(shard: Shard | undefined, from: string, before: string, widthMs: number): readonly DueRow[] {
  const [fromMs, endMs] = [isoMs(from), isoMs(before)];
  if (!shard || shard.nothingBeforeMs >= endMs) return [];
  const found: DueRow[] = [];
  let firstMs = endMs;
  for (let atMs = Math.max(fromMs, shard.nothingBeforeMs); atMs < endMs; atMs += widthMs) {
    const bucket = shard.buckets.get(atMs);
    if (!bucket) continue;
    if (found.length === 0) firstMs = atMs;
    found.push(...bucket.values());
  }
  if (shard.nothingBeforeMs >= fromMs) shard.nothingBeforeMs = firstMs;
  return found;
}

async function* eachOf(rows: readonly DueRow[]): AsyncGenerator<DueRow> {
  yield* rows;
}

const ENDED = Promise.resolve({ done: true, value: undefined } as const);
const NOTHING: AsyncIterable<DueRow> = { [Symbol.asyncIterator]: () => ({ next: () => ENDED }) };

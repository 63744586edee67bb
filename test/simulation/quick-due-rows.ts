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

/** Rows of one store and shard, by the second from 1970 in which their stretch of time begins. */
interface Shard {
  readonly buckets: Map<number, Map<string, DueRow>>;
  /** Nothing is before this second. */
  nothingBefore: number;
  watermark: string | undefined;
}

/**
 * Returns due rows in memory. Stretches of time are numbers here: nearly all looks are at those that hold nothing.
 *
 * @param count told what is counted together with the removal of a row.
 */
export function quickDueRows(count: (counted: readonly Measured[]) => void): QuickDueRows {
  const stores = new Map<string, Map<number, Shard>>();
  let size = 0;
  const shardOf = (store: string, number: number): Shard => {
    const shards = stores.get(store) ?? new Map<number, Shard>();
    const known = shards.get(number);
    if (known) return known;
    const begun = { buckets: new Map(), nothingBefore: Number.POSITIVE_INFINITY, watermark: undefined };
    stores.set(store, shards.set(number, begun));
    return begun;
  };
  const bucketOf = ({ store, shard, bucket }: DuePlace) =>
    shardOf(store, shard).buckets.get(secondOf(bucket));
  return {
    get size() {
      return size;
    },
    isNothingBefore(bucket, { bucketSeconds }) {
      const end = secondOf(bucket);
      for (const shards of stores.values()) {
        for (const shard of shards.values()) {
          while (shard.nothingBefore < end && !shard.buckets.has(shard.nothingBefore)) {
            shard.nothingBefore += bucketSeconds;
          }
          if (shard.nothingBefore < end) return false;
        }
      }
      return true;
    },
    async put(rows) {
      for (const row of rows) {
        const at = secondOf(row.bucket);
        const shard = shardOf(row.store, row.shard);
        const bucket = shard.buckets.get(at) ?? new Map<string, DueRow>();
        if (!bucket.has(row.rowId)) size += 1;
        bucket.set(row.rowId, row);
        if (bucket.size === 1) shard.buckets.set(at, bucket);
        shard.nothingBefore = Math.min(shard.nothingBefore, at);
      }
    },
    async *inBucket(place) {
      yield* [...(bucketOf(place)?.values() ?? [])];
    },
    inBuckets({ store, shard, from, before }, { bucketSeconds }) {
      const found = foundIn(shardOf(store, shard), secondOf(from), secondOf(before), bucketSeconds);
      return found.length === 0 ? NOTHING : eachOf(found);
    },
    async done(row, counted) {
      const bucket = bucketOf(row);
      if (!bucket?.delete(row.rowId)) return false;
      size -= 1;
      if (bucket.size === 0) shardOf(row.store, row.shard).buckets.delete(secondOf(row.bucket));
      count(counted);
      return true;
    },
    watermark: async (store, shard) => shardOf(store, shard).watermark,
    begunAt: async () => undefined,
    async advance(store, shard, bucket) {
      const swept = shardOf(store, shard);
      if (swept.watermark === undefined || swept.watermark < bucket) swept.watermark = bucket;
    },
  };
}

function secondOf(bucket: string): number {
  return isoMs(bucket) / 1000;
}

function foundIn(shard: Shard, from: number, end: number, width: number): readonly DueRow[] {
  if (shard.nothingBefore >= end) return NO_ROWS;
  const found: DueRow[] = [];
  let first = end;
  for (let at = Math.max(from, shard.nothingBefore); at < end; at += width) {
    const bucket = shard.buckets.get(at);
    if (!bucket) continue;
    if (found.length === 0) first = at;
    for (const row of bucket.values()) found.push(row);
  }
  if (shard.nothingBefore >= from) shard.nothingBefore = first;
  return found;
}

async function* eachOf(rows: readonly DueRow[]): AsyncGenerator<DueRow> {
  yield* rows;
}

const NO_ROWS: readonly DueRow[] = [];
const ENDED = Promise.resolve({ done: true, value: undefined } as const);
const NOTHING: AsyncIterable<DueRow> = { [Symbol.asyncIterator]: () => ({ next: () => ENDED }) };

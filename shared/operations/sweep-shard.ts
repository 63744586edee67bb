import { WRITER_AHEAD_MAX_MINUTES } from "../domain/retention/believable-date.ts";
import type { ClockedService } from "../domain/retention/clocked-service.ts";
import { type BucketRange, type Buckets, bucketOf, rangesIn } from "../domain/retention/due-bucket.ts";
import type { DueRow } from "../domain/retention/due-row.ts";
import { STOP_BEFORE_DEADLINE_MS } from "./delete-gate.ts";
import type { WorkedStore } from "./expire-things.ts";
import type { DueRange, DueRows } from "./ports.ts";
import { type SweepRowsPorts, type SweptRows, sweepRows } from "./sweep-rows.ts";

/** S3 takes this many keys a call: https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjects.html */
const THINGS_AT_ONCE = 1000;
/** So many stretches of time are asked for in one look: a tick's, unless the sweeper stood still. */
const BUCKETS_AT_ONCE = 60;
/** The clock of whoever puts a row may be as far behind as ours is ahead: rows still come for twice that. */
const ROWS_STILL_COME_MS = 2 * WRITER_AHEAD_MAX_MINUTES * 60_000;
/** A sweeper that never swept looks back so far, if nobody knows from when on there are rows. */
const FIRST_LOOK_BACK_MS = 2 * 86_400_000;

/** What one tick did in one shard of a store. */
export interface SweptShard extends SweptRows {
  /** The first stretch of time that may still hold rows. */
  readonly watermark: string;
  /** Batches that failed; their rows are still there. */
  readonly failures: readonly unknown[];
}

/** What stretches of time a tick looks at: the same in every store and shard, as beginnings of such stretches. */
export interface Tick {
  /** Returns from where a shard is looked at that never was. */
  firstLookFrom(): Promise<string>;
  /** Stretches before this are so old that nobody puts rows there any more. */
  readonly settledBefore: string;
  /** Stretches before this are over. */
  readonly endedBefore: string;
}

/** Returns what stretches of time a tick at this moment looks at. */
export function tickAt(buckets: Buckets, now: Date, dueRows: Pick<DueRows, "begunAt">): Tick {
  const ago = (milliseconds: number) => bucketOf(buckets, new Date(now.getTime() - milliseconds));
  let begun: Promise<Date | undefined> | undefined;
  return {
    async firstLookFrom() {
      begun ??= dueRows.begunAt();
      const begunAt = await begun;
      if (!begunAt) return ago(FIRST_LOOK_BACK_MS);
      // A day of empty minutes is thousands of queries, and the next tick does not wait for them.
      return bucketOf(buckets, new Date(Math.min(begunAt.getTime(), now.getTime()) - ROWS_STILL_COME_MS));
    },
    settledBefore: ago(ROWS_STILL_COME_MS),
    endedBefore: ago(0),
  };
}

/**
 * Goes from the watermark through every stretch of time that is over, and moves the watermark past those that are empty
 * and so old that nobody puts rows there any more. After an outage of any length it begins where it stopped.
 */
export async function sweepShard(
  ports: SweepRowsPorts,
  service: ClockedService,
  store: WorkedStore,
  shard: number,
  tick: Tick,
): Promise<SweptShard> {
  const { buckets } = service;
  const storeId = store.declared.id;
  const from = (await ports.dueRows.watermark(storeId, shard)) ?? (await tick.firstLookFrom());
  const total = { deleted: 0, held: 0, rowsLeft: 0 };
  const failures: unknown[] = [];
  let watermark = from;
  for (const range of rangesIn(buckets, { from, before: tick.endedBefore }, BUCKETS_AT_ONCE)) {
    if (isTimeUp(ports)) break;
    const swept = await sweepBuckets(ports, service, store, { store: storeId, shard, ...range });
    total.deleted += swept.deleted;
    total.held += swept.held;
    total.rowsLeft += swept.rowsLeft;
    failures.push(...swept.failures);
    if (watermark === range.from) watermark = emptyUntil(range, swept.left, tick.settledBefore);
  }
  if (watermark !== from) await ports.dueRows.advance(storeId, shard, watermark);
  return { ...total, watermark, failures };
}

/** A batch that fails keeps no other back; when time is up, the batches that are left are. */
async function sweepBuckets(
  ports: SweepRowsPorts,
  service: ClockedService,
  store: WorkedStore,
  range: DueRange,
) {
  const total = { deleted: 0, held: 0, rowsLeft: 0 };
  const failures: unknown[] = [];
  const left = new Set<string>();
  for await (const { bucket, rows } of batches(ports.dueRows.inBuckets(range, service.buckets))) {
    if (isTimeUp(ports)) {
      left.add(bucket);
      break;
    }
    try {
      const swept = await sweepRows(ports, service, store, rows);
      total.deleted += swept.deleted;
      total.held += swept.held;
      total.rowsLeft += swept.rowsLeft;
      if (swept.rowsLeft > 0) left.add(bucket);
    } catch (cause) {
      failures.push(cause);
      left.add(bucket);
      // They are still there, and people are called if they stay.
      total.rowsLeft += rows.length;
    }
  }
  return { ...total, failures, left };
}

/** Returns the first stretch of a range that may still hold rows, or where rows may still come. */
function emptyUntil({ from, before }: BucketRange, left: ReadonlySet<string>, settledBefore: string): string {
  let first = before < settledBefore ? before : settledBefore;
  for (const bucket of left) if (bucket < first) first = bucket;
  return first > from ? first : from;
}

function isTimeUp({ remainingMs }: Pick<SweepRowsPorts, "remainingMs">): boolean {
  return remainingMs() < STOP_BEFORE_DEADLINE_MS;
}

/** Rows of one stretch of time together, since one of them that cannot be swept keeps its batch back. */
async function* batches(
  rows: AsyncIterable<DueRow>,
): AsyncIterable<{ readonly bucket: string; readonly rows: readonly DueRow[] }> {
  let batch: DueRow[] = [];
  let things = 0;
  for await (const row of rows) {
    const bucket = batch[0]?.bucket ?? row.bucket;
    if (row.bucket !== bucket || things + row.things.length > THINGS_AT_ONCE) {
      yield { bucket, rows: batch };
      [batch, things] = [[], 0];
    }
    batch.push(row);
    things += row.things.length;
  }
  const [last] = batch;
  if (last) yield { bucket: last.bucket, rows: batch };
}

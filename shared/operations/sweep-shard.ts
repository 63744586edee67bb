import { WRITER_AHEAD_MAX_MINUTES } from "../domain/retention/believable-date.ts";
import type { ClockedService } from "../domain/retention/clocked-service.ts";
import { bucketAfter, bucketOf, bucketsEnded } from "../domain/retention/due-bucket.ts";
import type { DueRow } from "../domain/retention/due-row.ts";
import { STOP_BEFORE_DEADLINE_MS } from "./delete-gate.ts";
import type { WorkedStore } from "./expire-things.ts";
import { type SweepRowsPorts, type SweptRows, sweepRows } from "./sweep-rows.ts";

/** S3 takes this many keys a call: https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjects.html */
const THINGS_AT_ONCE = 1000;
/** The clock of whoever puts a row may be as far behind as ours is ahead: rows still come for twice that. */
const ROWS_STILL_COME_MS = 2 * WRITER_AHEAD_MAX_MINUTES * 60_000;
/** A sweeper that never swept looks back so far: longer than a deployment waits for its first tick. */
const FIRST_LOOK_BACK_MS = 2 * 86_400_000;

/** What one tick did in one shard of a store. */
export interface SweptShard extends SweptRows {
  /** The first stretch of time that may still hold rows. */
  readonly watermark: string;
  /** Batches that failed; their rows are still there. */
  readonly failures: readonly unknown[];
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
): Promise<SweptShard> {
  const { buckets } = service;
  const storeId = store.declared.id;
  const now = ports.clock.now();
  const firstLook = bucketOf(buckets, new Date(now.getTime() - FIRST_LOOK_BACK_MS));
  const from = (await ports.dueRows.watermark(storeId, shard)) ?? firstLook;
  const settledBefore = new Date(now.getTime() - ROWS_STILL_COME_MS).toISOString();
  const total = { deleted: 0, held: 0, rowsLeft: 0 };
  const failures: unknown[] = [];
  let watermark = from;
  for (const bucket of bucketsEnded(buckets, from, now)) {
    if (ports.remainingMs() < STOP_BEFORE_DEADLINE_MS) break;
    const swept = await sweepBucket(ports, service, store, { store: storeId, bucket, shard });
    total.deleted += swept.deleted;
    total.held += swept.held;
    total.rowsLeft += swept.rowsLeft;
    failures.push(...swept.failures);
    const isEmpty = swept.rowsLeft === 0 && swept.failures.length === 0;
    if (!isEmpty || watermark !== bucket || bucket >= settledBefore) continue;
    const next = bucketAfter(buckets, bucket);
    if (next <= settledBefore) watermark = next;
  }
  if (watermark !== from) await ports.dueRows.advance(storeId, shard, watermark);
  return { ...total, watermark, failures };
}

/** A batch that fails keeps no other back. */
async function sweepBucket(
  ports: SweepRowsPorts,
  service: ClockedService,
  store: WorkedStore,
  place: { readonly store: string; readonly bucket: string; readonly shard: number },
) {
  const total = { deleted: 0, held: 0, rowsLeft: 0 };
  const failures: unknown[] = [];
  for await (const rows of batches(ports.dueRows.inBucket(place))) {
    try {
      const swept = await sweepRows(ports, service, store, rows);
      total.deleted += swept.deleted;
      total.held += swept.held;
      total.rowsLeft += swept.rowsLeft;
    } catch (cause) {
      failures.push(cause);
      // They are still there, and people are called if they stay.
      total.rowsLeft += rows.length;
    }
  }
  return { ...total, failures };
}

async function* batches(rows: AsyncIterable<DueRow>): AsyncIterable<readonly DueRow[]> {
  let batch: DueRow[] = [];
  let things = 0;
  for await (const row of rows) {
    if (things + row.things.length > THINGS_AT_ONCE) {
      yield batch;
      [batch, things] = [[], 0];
    }
    batch.push(row);
    things += row.things.length;
  }
  if (batch.length > 0) yield batch;
}

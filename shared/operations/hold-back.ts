import type { ClockedService } from "../domain/retention/clocked-service.ts";
import { bucketOf } from "../domain/retention/due-bucket.ts";
import { HELD_BUCKET, THINGS_PER_DUE_ROW_MAX } from "../domain/retention/due-row.ts";
import { chunks, dueRow, type FactsOfThing } from "../domain/retention/pack-due-rows.ts";
import type { Clock, DueRows, Holds } from "./ports.ts";

export interface HoldBackPorts {
  readonly dueRows: DueRows;
  readonly holds: Pick<Holds, "active">;
  readonly clock: Clock;
}

/**
 * Lets things of one store wait because of holds, until one of those is released. A release looks for what waits, after
 * it is on record, and this looks for releases after they wait: so one of the two sees the other.
 */
export async function holdBack(
  ports: HoldBackPorts,
  service: ClockedService,
  { store, things, metHolds }: HeldBackThings,
): Promise<void> {
  if (things.length === 0) return;
  const heldSince = ports.clock.now().toISOString();
  const rows = chunks(things, THINGS_PER_DUE_ROW_MAX).map((some) => ({
    ...dueRow(service, { store, bucket: HELD_BUCKET }, some),
    heldSince,
  }));
  await ports.dueRows.put(rows);
  const active = new Set((await ports.holds.active()).map(({ holdId }) => holdId));
  if ([...metHolds].some((holdId) => !active.has(holdId))) await fireHeldAgain(ports, service);
}

/** Things of one store, and the holds that were met when they were to be deleted. */
export interface HeldBackThings {
  readonly store: string;
  readonly things: readonly FactsOfThing[];
  readonly metHolds: ReadonlySet<string>;
}

/** Makes everything that waits because of holds due now; what another hold still keeps waits again. */
export async function fireHeldAgain(
  { dueRows, clock }: Omit<HoldBackPorts, "holds">,
  { stores, buckets }: ClockedService,
): Promise<void> {
  const bucket = bucketOf(buckets, clock.now());
  for (const [store, { mayBeHeld }] of stores) {
    if (!mayBeHeld) continue;
    for (let shard = 0; shard < buckets.shards; shard += 1) {
      for await (const row of dueRows.inBucket({ store, bucket: HELD_BUCKET, shard })) {
        await dueRows.put([{ ...row, bucket }]);
        await dueRows.done(row, []);
      }
    }
  }
}

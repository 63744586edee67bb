import type { ClockedService } from "../domain/retention/clocked-service.ts";
import type { WorkedStore } from "./expire-things.ts";
import type { ExpiringStore } from "./ports.ts";
import type { SweepRowsPorts } from "./sweep-rows.ts";
import { type SweptShard, sweepShard, tickAt } from "./sweep-shard.ts";

export interface SweepPorts extends SweepRowsPorts {
  /** Every store on the clock, as it is worked on. */
  readonly expiringStores: ReadonlyMap<string, ExpiringStore>;
}

/** What one tick did. */
export interface Swept {
  readonly deleted: number;
  readonly held: number;
  readonly rowsLeft: number;
  /** The oldest watermark of all: nothing that was due before it is left. Absent if everything is paused. */
  readonly watermark?: string;
  /** What failed, to be logged; it is tried again at the next tick. */
  readonly failures: readonly { readonly store: string; readonly shard: number; readonly cause: unknown }[];
}

/** A store is on the clock that nothing works on. */
export class StoreNotWorkedOn extends Error {
  override readonly name = "StoreNotWorkedOn";
}

/**
 * One tick: deletes what is due in every store, all shards side by side. One that fails keeps no other back, and two
 * ticks at once do no harm.
 */
export async function sweep(ports: SweepPorts, service: ClockedService): Promise<Swept> {
  if (await ports.register.pausedAll()) return { deleted: 0, held: 0, rowsLeft: 0, failures: [] };
  const shards = shardsOf(ports, service);
  const tick = tickAt(service.buckets, ports.clock.now(), ports.dueRows);
  const ended = await Promise.allSettled(
    shards.map(({ store, shard }) => sweepShard(ports, service, store, shard, tick)),
  );
  return together(shards, ended);
}

interface StoreShard {
  readonly store: WorkedStore;
  readonly shard: number;
}

function shardsOf(
  { expiringStores }: SweepPorts,
  { stores, buckets }: ClockedService,
): readonly StoreShard[] {
  const shards: StoreShard[] = [];
  for (const [id, clocked] of stores) {
    const adapter = expiringStores.get(id);
    if (!adapter)
      throw new StoreNotWorkedOn(`Store ${id} ends by itself, and nothing was given to work on it.`);
    const store = { ...clocked, adapter };
    for (let shard = 0; shard < buckets.shards; shard += 1) shards.push({ store, shard });
  }
  return shards;
}

function together(shards: readonly StoreShard[], ended: readonly PromiseSettledResult<SweptShard>[]): Swept {
  const total = { deleted: 0, held: 0, rowsLeft: 0 };
  const failures: Swept["failures"][number][] = [];
  let oldest: string | undefined;
  for (const [at, { store, shard }] of shards.entries()) {
    const end = ended[at];
    if (!end) continue;
    const causes: readonly unknown[] = end.status === "rejected" ? [end.reason] : end.value.failures;
    for (const cause of causes) failures.push({ store: store.declared.id, shard, cause });
    if (end.status === "rejected") continue;
    const { deleted, held, rowsLeft, watermark } = end.value;
    total.deleted += deleted;
    total.held += held;
    total.rowsLeft += rowsLeft;
    if (oldest === undefined || watermark < oldest) oldest = watermark;
  }
  return { ...total, ...(oldest === undefined ? {} : { watermark: oldest }), failures };
}

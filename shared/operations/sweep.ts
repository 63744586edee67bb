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
  const shards = [...service.stores].flatMap(([id, store]) => {
    const adapter = ports.expiringStores.get(id);
    if (!adapter)
      throw new StoreNotWorkedOn(`Store ${id} ends by itself, and nothing was given to work on it.`);
    return Array.from({ length: service.buckets.shards }, (_, shard) => ({
      store: { ...store, adapter },
      shard,
    }));
  });
  const tick = tickAt(service.buckets, ports.clock.now(), ports.dueRows);
  const ended = await Promise.allSettled(
    shards.map(({ store, shard }) => sweepShard(ports, service, store, shard, tick)),
  );
  const swept = ended.flatMap((end) => (end.status === "fulfilled" ? [end.value] : []));
  const [watermark] = swept.map((one) => one.watermark).sort();
  return {
    deleted: sum(swept, ({ deleted }) => deleted),
    held: sum(swept, ({ held }) => held),
    rowsLeft: sum(swept, ({ rowsLeft }) => rowsLeft),
    ...(watermark === undefined ? {} : { watermark }),
    failures: shards.flatMap((place, at) => failuresOf(place, ended[at])),
  };
}

function failuresOf(
  { store, shard }: { readonly store: WorkedStore; readonly shard: number },
  end: PromiseSettledResult<SweptShard> | undefined,
): Swept["failures"] {
  if (!end) return [];
  const causes = end.status === "rejected" ? [end.reason] : end.value.failures;
  return causes.map((cause: unknown) => ({ store: store.declared.id, shard, cause }));
}

function sum(swept: readonly SweptShard[], of: (one: SweptShard) => number): number {
  return swept.reduce((total, one) => total + of(one), 0);
}

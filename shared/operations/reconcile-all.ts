import type { ClockedService } from "../domain/retention/clocked-service.ts";
import { reconciledEveryMinutes } from "../domain/retention/reconcile-interval.ts";
import type { ExpiringStore, Listing, Listings } from "./ports.ts";
import { type ReconcilePorts, reconcileStore } from "./reconcile-store.ts";

const MINUTE_MS = 60_000;

export interface ReconcileAllPorts extends ReconcilePorts {
  readonly listings: Listings;
  /** Every store on the clock, as it is worked on. */
  readonly expiringStores: ReadonlyMap<string, ExpiringStore>;
}

/** What a run of the reconciler did; what failed is to be logged. */
export interface ReconciledAll {
  readonly stores: readonly ReconciledStore[];
  readonly failures: readonly { readonly store: string; readonly cause: unknown }[];
}

/** How far the listing of one store has come; keys stay out of it. */
export interface ReconciledStore extends Omit<Listing, "after"> {
  readonly store: string;
  readonly finished: boolean;
}

/**
 * Lists every store whose time has come, or all, and goes on with listings that were not finished. One that fails keeps
 * no other back. While everything is paused nothing is looked at.
 */
export async function reconcileAll(
  ports: ReconcileAllPorts,
  service: ClockedService,
  { everything }: { readonly everything: boolean },
): Promise<ReconciledAll> {
  if (await ports.register.pausedAll()) return { stores: [], failures: [] };
  const ids = [...service.stores.keys()];
  const ended = await Promise.allSettled(ids.map((id) => reconcileInTurn(ports, service, id, everything)));
  return {
    stores: ended.flatMap((end) => (end.status === "fulfilled" ? [...end.value] : [])),
    failures: ended.flatMap((end, at) =>
      end.status === "rejected" ? [{ store: ids[at] ?? "", cause: end.reason }] : [],
    ),
  };
}

/** @returns nothing if its time has not come. */
async function reconcileInTurn(
  ports: ReconcileAllPorts,
  service: ClockedService,
  id: string,
  isAskedFor: boolean,
): Promise<readonly ReconciledStore[]> {
  const store = service.stores.get(id);
  const adapter = ports.expiringStores.get(id);
  if (!store || !adapter) return [];
  const { listing: begun, finishedAt } = await ports.listings.read(id);
  const everyMs = reconciledEveryMinutes(service) * MINUTE_MS;
  const now = ports.clock.now().getTime();
  const isDue = finishedAt === undefined || Date.parse(finishedAt) + everyMs <= now;
  if (!begun && !isDue && !isAskedFor) return [];
  const { finished, ...listing } = await reconcileStore(
    ports,
    service,
    { ...store, adapter },
    { begun, looksAt: isAskedFor ? "everything" : "what is in turn" },
  );
  const at = ports.clock.now().toISOString();
  await ports.listings.keep(
    id,
    finished ? { finishedAt: at } : { listing, ...(finishedAt === undefined ? {} : { finishedAt }) },
  );
  const { after: _, ...counts } = listing;
  return [{ store: id, finished, ...counts }];
}

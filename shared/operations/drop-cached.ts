import type { Policy } from "../domain/policy/policy.ts";
import { cachedStore } from "../domain/processors/cached-addresses.ts";
import type { CachedCopies, ExpiringStore } from "./ports.ts";

/**
 * Returns stores on the clock so that whatever is deleted from one that is cached by address is told to be dropped there:
 * after it was deleted, since a cache takes again what the origin still gives. Dead in between, the same things are found
 * absent at the next tick, and told again.
 */
export function droppingCached(
  policy: Policy,
  stores: ReadonlyMap<string, ExpiringStore>,
  cachedCopies: CachedCopies,
): ReadonlyMap<string, ExpiringStore> {
  return new Map(
    [...stores].map(([id, store]) => [id, cachedStore(policy, id) ? dropping(store, cachedCopies) : store]),
  );
}

function dropping(store: ExpiringStore, cachedCopies: CachedCopies): ExpiringStore {
  return {
    ...store,
    async expire(things, gate) {
      const how = await store.expire(things, gate);
      const gone = things.filter((_, at) => how[at] === "deleted" || how[at] === "absent");
      const keys = gone.map(({ thing }) => thing.key);
      if (keys.length > 0) await cachedCopies.drop({ store: store.storeId, keys });
      return how;
    },
  };
}

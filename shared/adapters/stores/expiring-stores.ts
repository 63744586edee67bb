import type { Bindings } from "../../domain/policy/bindings.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import { retainedByAnyScope } from "../../domain/policy/retained-stores.ts";
import { clockStores } from "../../domain/retention/clock-rules.ts";
import type { ExpiringStore } from "../../operations/ports.ts";
import { dynamodbExpiringStore } from "./dynamodb/expire.ts";
import { REAL_TIME } from "./real-time.ts";
import { s3ExpiringStore } from "./s3/expire.ts";
import { type KeysMayGo, paced } from "./s3/pace.ts";
import { type StoreClients, StoreNotBound } from "./store-adapters.ts";

/** How our clock shows a moment that AWS told. */
export interface ShownTime {
  readonly shown: (real: Date) => Date;
}

/**
 * Returns every store of a policy that is on the clock, by its id. Stores in one bucket share its pace.
 *
 * @throws {StoreNotBound} naming the store that has no physical place.
 */
export function expiringStores(
  policy: Policy,
  bindings: Bindings,
  { s3, documents }: Pick<StoreClients, "s3" | "documents">,
  { shown }: ShownTime,
): ReadonlyMap<string, ExpiringStore> {
  const retained = retainedByAnyScope(policy);
  const paces = new Map<string, KeysMayGo>();
  const inPlace = (id: string) =>
    policy.stores.filter((other) => bindings.stores[other.id]?.id === id).length;
  return new Map(
    clockStores(policy).map((store) => {
      const place = bindings.stores[store.id];
      if (!place) {
        throw new StoreNotBound(
          `The bindings do not say where store ${store.id} is: deploy again, which writes them.`,
        );
      }
      if (store.kind !== "s3") {
        return [store.id, dynamodbExpiringStore(documents, place.id, store, retained.get(store.id))];
      }
      const keysMayGo = paces.get(place.id) ?? paced(REAL_TIME);
      paces.set(place.id, keysMayGo);
      const isShared = inPlace(place.id) > 1;
      return [store.id, s3ExpiringStore(s3, place.id, store, { shown, isShared, keysMayGo })];
    }),
  );
}

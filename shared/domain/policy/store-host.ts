import { bucketOwner } from "./bucket-owner.ts";
import type { Policy } from "./policy.ts";
import type { Store } from "./store.ts";

/**
 * Returns the store whose bucket or table a store lies in: itself, or the one it shares. A copy of either is a copy of
 * both.
 *
 * @returns undefined if what it shares is not there; another rule says so.
 */
export function hostOf(store: Store, { stores }: Pick<Policy, "stores">): Store | undefined {
  if (store.kind === "dynamodb-mentions") return stores.find(({ id }) => id === store.tableOf);
  if (store.kind !== "s3") return store;
  return bucketOwner(store, new Map(stores.map((each) => [each.id, each])));
}

/** Returns the stores whose buckets and tables a vault copies, each once. */
export function copiedInto(vault: { readonly stores: readonly string[] }, policy: Policy): readonly Store[] {
  const named = policy.stores.filter(({ id }) => vault.stores.includes(id));
  return [...new Set(named.flatMap((store) => hostOf(store, policy) ?? []))];
}

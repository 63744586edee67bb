import type { Policy } from "../policy/policy.ts";

/**
 * As many as Cloudflare takes at once from whoever pays least; CloudFront takes more:
 * https://developers.cloudflare.com/cache/how-to/purge-cache/
 */
export const CACHE_ADDRESSES_AT_ONCE = 100;

/** Where a cache has copies of the objects of a store. */
export interface CachedStore {
  readonly processor: string;
  /** Addresses of one object, with `{key}` where its key is. */
  readonly addresses: readonly string[];
}

/** Returns where the objects of a store are cached by address; undefined if nowhere, or if no address is declared. */
export function cachedStore({ stores }: Policy, storeId: string): CachedStore | undefined {
  const store = stores.find(({ id }) => id === storeId);
  const cache = store?.kind === "s3" ? store.cachedBy : undefined;
  return cache?.addresses && { processor: cache.processor, addresses: cache.addresses };
}

/**
 * Returns the addresses under which an object is cached: each part of its key as the path of an address writes it. None of
 * a key with a part of dots, which no client leaves in an address that it asks for.
 */
export function cachedAddresses({ addresses }: CachedStore, key: string): readonly string[] {
  const parts = key.toWellFormed().split("/");
  if (parts.some((part) => part === "." || part === "..")) return [];
  const path = parts.map(encodeURIComponent).join("/");
  return addresses.map((address) => address.replace("{key}", () => path));
}

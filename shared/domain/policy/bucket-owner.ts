import type { S3Store, Store } from "./store.ts";

/**
 * Returns the store in whose bucket a bucket store lies: itself, or the one it shares.
 *
 * @returns undefined if what it shares is no bucket store, or has no bucket of its own.
 */
export function bucketOwner(store: S3Store, stores: ReadonlyMap<string, Store>): S3Store | undefined {
  if (store.sharesBucketOf === undefined) return store;
  const owner = stores.get(store.sharesBucketOf);
  return owner?.kind === "s3" && owner.sharesBucketOf === undefined ? owner : undefined;
}

import { bucketOwner } from "../bucket-owner.ts";
import type { S3Store } from "../store.ts";
import { promisesAbout } from "./promises-hurt.ts";
import type { PolicyRule } from "./rule.ts";

export const sharedBucketDiffers: PolicyRule = {
  id: "shared-bucket-differs",
  severity: "error",
  why: "A bucket is versioned, locked, encrypted and placed as a whole, so one of the two stores is not as it says.",
  source: "GDPR Art. 25(1): data protection by design",
  remedy:
    "Name in sharesBucketOf an s3 store that has a bucket of its own, and write the same versioned, key, objectLock and region in both.",
  find: (policy) => {
    const stores = new Map(policy.stores.map((store) => [store.id, store]));
    const everywhere = policy.service.regions.join(", ");
    return policy.stores.flatMap((store) => {
      if (store.kind !== "s3" || store.sharesBucketOf === undefined) return [];
      const owner = bucketOwner(store, stores);
      const what = owner
        ? differenceText(store, owner, everywhere)
        : `${store.sharesBucketOf}, whose bucket it shares, is no s3 store with a bucket of its own.`;
      if (what === undefined) return [];
      const about = [...store.categories, ...(owner?.categories ?? [])];
      return [{ path: `stores.${store.id}.sharesBucketOf`, what, promises: promisesAbout(policy, about) }];
    });
  },
};

function differenceText(store: S3Store, owner: S3Store, everywhere: string): string | undefined {
  const ofStore = bucketSettings(store, everywhere);
  const ofOwner = new Map(bucketSettings(owner, everywhere));
  const differences = ofStore
    .filter(([setting, value]) => ofOwner.get(setting) !== value)
    .map(([setting, value]) => `${setting} is ${value} here and ${ofOwner.get(setting)} there`);
  if (differences.length === 0) return undefined;
  return `It shares the bucket of ${owner.id}, but ${differences.join(", ")}.`;
}

function bucketSettings(store: S3Store, everywhere: string): readonly (readonly [string, string])[] {
  const { versioned, key, objectLock, region } = store;
  return [
    ["versioned", String(versioned)],
    ["key", key],
    ["objectLock", objectLock ? `${objectLock.mode} for ${objectLock.days} days` : "absent"],
    ["region", region ?? everywhere],
  ];
}

import { promisesAboutStore } from "./promises-hurt.ts";
import type { PolicyRule } from "./rule.ts";

export const lockWithoutVersions: PolicyRule = {
  id: "lock-without-versions",
  severity: "error",
  why: "S3 locks versions and turns them on with the lock, so the bucket would keep versions that the policy denies.",
  source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html",
  remedy: "Write versioned: true beside objectLock, or take objectLock away.",
  find: (policy) =>
    policy.stores.flatMap((store) => {
      if (store.kind !== "s3" || !store.objectLock || store.versioned) return [];
      return [
        {
          path: `stores.${store.id}.versioned`,
          what: `It has an objectLock of ${store.objectLock.days} days, and says that it is not versioned.`,
          promises: promisesAboutStore(policy, store.id),
        },
      ];
    }),
};

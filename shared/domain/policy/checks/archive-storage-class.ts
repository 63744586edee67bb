import { promisesAboutStore } from "./promises-hurt.ts";
import type { PolicyRule } from "./rule.ts";

const ARCHIVES: readonly string[] = ["GLACIER", "DEEP_ARCHIVE"];

export const archiveStorageClass: PolicyRule = {
  id: "archive-storage-class",
  severity: "error",
  why: "What a person may see or take along cannot be read from an archive until it has been restored for them.",
  source: "GDPR Art. 15(3) and 20(1): a copy of the data, and data portability",
  remedy: "Write storageClass STANDARD, INTELLIGENT_TIERING or STANDARD_IA, or leave it out for STANDARD.",
  find: (policy) =>
    policy.stores.flatMap((store) => {
      if (store.kind !== "s3" || !ARCHIVES.includes(store.storageClass)) return [];
      return [
        {
          path: `stores.${store.id}.storageClass`,
          what: `It is ${store.storageClass}, from which nothing can be read at once.`,
          promises: promisesAboutStore(policy, store.id),
        },
      ];
    }),
};

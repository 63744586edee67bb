import { promisesAboutStore } from "./promises-hurt.ts";
import type { PolicyRule } from "./rule.ts";

export const cacheWithoutProcessor: PolicyRule = {
  id: "cache-without-processor",
  severity: "error",
  why: "An erased picture would be served from a cache that nobody knows to empty.",
  source: "GDPR Art. 19: recipients are told of an erasure",
  remedy: "Name in cachedBy.processor a declared processor whose role is cdn.",
  find: (policy) =>
    policy.stores.flatMap((store) => {
      if (store.kind !== "s3" || !store.cachedBy) return [];
      const { processor } = store.cachedBy;
      const role = policy.processors.find(({ id }) => id === processor)?.role;
      if (role === "cdn") return [];
      return [
        {
          path: `stores.${store.id}.cachedBy.processor`,
          what: role
            ? `It names ${processor}, whose role is ${role} and not cdn.`
            : `It names ${processor}, which is no processor of this policy.`,
          promises: promisesAboutStore(policy, store.id),
        },
      ];
    }),
};

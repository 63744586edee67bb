import { promisesAbout } from "./promises-hurt.ts";
import type { PolicyRule } from "./rule.ts";

export const cacheKeepsUndeclared: PolicyRule = {
  id: "cache-keeps-undeclared",
  severity: "error",
  why: "A third party would keep copies of a person's data while the published table says that it gets none.",
  source: "GDPR Art. 13(1)(e): the recipients that people are told",
  remedy: "Add the categories of the store to receives of the processor that its cachedBy names.",
  find: (policy) => {
    const processors = new Map(policy.processors.map((processor) => [processor.id, processor]));
    return policy.stores.flatMap((store) => {
      const cache = store.kind === "s3" ? store.cachedBy : undefined;
      const processor = cache && processors.get(cache.processor);
      // A cache at nobody, or at one that is no cache, is refused for that alone.
      if (processor?.role !== "cdn") return [];
      const untold = store.categories.filter((category) => !processor.receives.includes(category));
      if (untold.length === 0) return [];
      return [
        {
          path: `processors.${processor.id}.receives`,
          what: `It caches ${store.id} and is not said to receive ${untold.join(", ")}.`,
          promises: promisesAbout(policy, untold),
        },
      ];
    });
  },
};

import { promisesAboutStore } from "./promises-hurt.ts";
import type { PolicyRule } from "./rule.ts";

export const storeInOtherRegion: PolicyRule = {
  id: "store-in-other-region",
  severity: "error",
  why: "This version places no store by its own region, so the data would not be where the policy says that it is.",
  source: "GDPR Art. 13(1)(f): where data goes is what people are told",
  remedy: "Leave region out, or name the first of service.regions.",
  find: (policy) => {
    const [first = "", ...others] = policy.service.regions;
    return policy.stores.flatMap(({ id, region }) => {
      // A region that is none of the service's is refused for that alone.
      if (region === undefined || !others.includes(region) || region === first) return [];
      return [
        {
          path: `stores.${id}.region`,
          what: `It wants to be in ${region}, and stores are placed for ${first} only.`,
          promises: promisesAboutStore(policy, id),
        },
      ];
    });
  },
};

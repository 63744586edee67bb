import { promisesAboutStore } from "./promises-hurt.ts";
import type { PolicyRule } from "./rule.ts";

export const regionOutsideAllowed: PolicyRule = {
  id: "region-outside-allowed",
  severity: "error",
  why: "Data would lie in a country that nobody was told of, and under its law.",
  source: "GDPR Art. 44: general principle for transfers",
  remedy:
    "Leave region out, which means the first of service.regions; another region has to be added there first.",
  find: (policy) =>
    policy.stores.flatMap(({ id, region }) => {
      const { regions } = policy.service;
      if (region === undefined || regions.includes(region)) return [];
      return [
        {
          path: `stores.${id}.region`,
          what: `It is in ${region}, and the service allows ${regions.join(", ")}.`,
          promises: promisesAboutStore(policy, id),
        },
      ];
    }),
};

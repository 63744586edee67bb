import { promisesAbout } from "./promises-hurt.ts";
import type { PolicyRule } from "./rule.ts";

export const sensitiveWithoutOwnKey: PolicyRule = {
  id: "sensitive-without-own-key",
  severity: "error",
  why: "Under a key of AWS whoever may read the store reads a person's sensitive data; under one of ours they also need the key.",
  source: "GDPR Art. 32(1)(a): encryption, appropriate to the risk",
  remedy:
    "Write key: customer-managed for the store, or keep the sensitive categories in a store that has it.",
  find: (policy) => {
    const sensitive = new Set(policy.categories.filter((held) => held.sensitive).map(({ id }) => id));
    return policy.stores.flatMap(({ id, kind, key, categories }) => {
      // What a user pool holds is not encrypted under a key that its owner names here.
      if (kind === "cognito" || key === "customer-managed") return [];
      const held = categories.filter((category) => sensitive.has(category));
      if (held.length === 0) return [];
      return [
        {
          path: `stores.${id}.key`,
          what: `It holds ${held.join(", ")}, which is sensitive, under a key of AWS.`,
          promises: promisesAbout(policy, held),
        },
      ];
    });
  },
};

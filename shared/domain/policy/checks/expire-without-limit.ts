import { promisesAbout } from "./promises-hurt.ts";
import type { PolicyRule } from "./rule.ts";

export const expireWithoutLimit: PolicyRule = {
  id: "expire-without-limit",
  severity: "error",
  why: "A person who asks for erasure is told that the data goes by itself, and it never does.",
  source: "GDPR Art. 17(1): erasure; Art. 5(1)(e): storage limitation",
  remedy: "Write a limit in the category's retention rule, or the effect erase.",
  find: (policy) => {
    const endless = policy.retention.filter(({ limit }) => limit === undefined);
    const withoutLimit = new Set(endless.map(({ category }) => category));
    return policy.erasure.flatMap(({ scope, categories }) =>
      Object.entries(categories)
        .filter(([id, { effect }]) => effect === "expire" && withoutLimit.has(id))
        .map(([id]) => ({
          path: `erasure.${scope}.categories.${id}`,
          what: `The scope ${scope} leaves ${id} to its retention rule, which has no limit.`,
          promises: promisesAbout(policy, [id]),
        })),
    );
  },
};

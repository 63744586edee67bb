import { promisesAbout } from "./promises-hurt.ts";
import type { PolicyRule } from "./rule.ts";

export const categoryWithoutEnd: PolicyRule = {
  id: "category-without-end",
  severity: "error",
  why: "Data that has no end is kept for ever, and nobody notices.",
  source: "GDPR Art. 5(1)(e): storage limitation",
  remedy: "Add a line to retention that says when it ends: a limit, or the event that ends it.",
  find: (policy) => {
    const ended = new Set(policy.retention.map(({ category }) => category));
    return policy.categories
      .filter(({ id }) => !ended.has(id))
      .map(({ id }) => ({
        path: `categories.${id}`,
        what: "It has no retention rule.",
        promises: promisesAbout(policy, [id]),
      }));
  },
};

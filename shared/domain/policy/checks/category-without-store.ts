import { promisesAbout } from "./promises-hurt.ts";
import type { PolicyRule } from "./rule.ts";

export const categoryWithoutStore: PolicyRule = {
  id: "category-without-store",
  severity: "error",
  why: "Nobody knows where a person's data of this category is, so nothing can find or delete it.",
  source: "GDPR Art. 17(1): erasure",
  remedy:
    "Name it in the categories of each store that holds it, or in receives of the processor that alone has it.",
  find: (policy) => {
    const held = new Set(policy.stores.flatMap(({ categories }) => categories));
    // What hosting gets lies in our own stores; any other third party may hold what we do not.
    const elsewhere = policy.processors.filter(({ role }) => role !== "hosting");
    const received = new Set(elsewhere.flatMap(({ receives }) => receives));
    return policy.categories
      .filter(({ id }) => !held.has(id) && !received.has(id))
      .map(({ id }) => ({
        path: `categories.${id}`,
        what: `No store holds ${id}, and no processor but hosting receives it.`,
        promises: promisesAbout(policy, [id]),
      }));
  },
};

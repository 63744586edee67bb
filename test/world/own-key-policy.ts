import { policy as dreamPortraits } from "../../policies/dream-portraits.ts";
import type { PolicyDeclaration } from "../../shared/domain/policy/policy.ts";

/** The portrait service, which encrypts what comes from a face under a key of each person's own. */
export const ownKeyPolicy: PolicyDeclaration = {
  ...dreamPortraits,
  categories: dreamPortraits.categories.map((category) =>
    "facial" in category && category.facial ? { ...category, ownKey: true as const } : category,
  ),
};

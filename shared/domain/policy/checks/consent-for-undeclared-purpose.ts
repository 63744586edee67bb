import { mechanismsOf } from "../kept-by.ts";
import type { Policy } from "../policy.ts";
import type { PolicyRule } from "./rule.ts";

export const consentForUndeclaredPurpose: PolicyRule = {
  id: "consent-for-undeclared-purpose",
  severity: "error",
  why: "People would be asked to agree to a use of nothing, or their data is used and no category says so.",
  source: "GDPR Art. 4(11) and 7(2): consent is specific and informed",
  remedy: "Add the purpose to the categories that are used for it, or take the consent out.",
  find: (policy) => {
    const purposes = new Set(policy.categories.flatMap((category) => category.purposes));
    return policy.consents
      .filter(({ purpose }) => !purposes.has(purpose))
      .map(({ purpose }) => ({
        path: `consents.${purpose}`,
        what: `People decide on ${purpose}, and no category has it among its purposes.`,
        promises: promisesGatedBy(policy, purpose),
      }));
  },
};

function promisesGatedBy(policy: Policy, purpose: string): readonly string[] {
  return policy.promises
    .filter((promise) =>
      mechanismsOf(promise).some((by) => by.mechanism === "consent-gate" && by.purpose === purpose),
    )
    .map(({ id }) => id);
}

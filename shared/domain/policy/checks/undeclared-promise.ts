import type { PolicyRule } from "./rule.ts";

export const undeclaredPromise: PolicyRule = {
  id: "undeclared-promise",
  severity: "error",
  why: "People would be told of a change under a promise that nobody can look up or check.",
  source: "GDPR Art. 5(2): accountability",
  remedy: "Declare the promise in promises, or name the one that the notice belongs to.",
  find: (policy) => {
    const declared = new Set(policy.promises.map(({ id }) => id));
    return policy.notices
      .filter(({ promise }) => !declared.has(promise))
      .map(({ change, promise }) => ({
        path: `notices.${change}.promise`,
        what: `The notice of a change of kind ${change} names ${promise}, which is no promise of this policy.`,
        promises: [],
      }));
  },
};

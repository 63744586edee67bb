import { promisesOfScope } from "../kept-by.ts";
import type { PolicyRule } from "./rule.ts";

export const accountScopeMissing: PolicyRule = {
  id: "account-scope-missing",
  severity: "error",
  why: "A person who asks for everything to be deleted could not be served.",
  source: "GDPR Art. 17(1): erasure",
  remedy: 'Add an erasure with scope "account" that says of every category what becomes of it.',
  find: (policy) =>
    policy.erasure.some(({ scope }) => scope === "account")
      ? []
      : [
          {
            path: "erasure.account",
            what: "There is no erasure scope account.",
            promises: promisesOfScope(policy, "account"),
          },
        ],
};

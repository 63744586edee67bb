import { promisesAbout } from "./promises-hurt.ts";
import type { PolicyRule } from "./rule.ts";

/** Scopes that reach everything a person has. */
const WHOLE_SCOPES: ReadonlySet<string> = new Set(["account", "minor"]);

export const scopeSilentOnCategory: PolicyRule = {
  id: "scope-silent-on-category",
  severity: "error",
  why: "A person who asks for everything to go would keep data here that nobody decided to keep.",
  source: "GDPR Art. 17(1): erasure",
  remedy: "Say for the category in this scope: erase, expire, or retain with its legal basis and end.",
  find: (policy) =>
    policy.erasure
      .filter(({ scope }) => WHOLE_SCOPES.has(scope))
      .flatMap(({ scope, categories }) =>
        policy.categories
          .filter(({ id }) => categories[id] === undefined)
          .map(({ id }) => ({
            path: `erasure.${scope}.categories.${id}`,
            what: `The scope ${scope} does not say what becomes of ${id}.`,
            promises: promisesAbout(policy, [id]),
          })),
      ),
};

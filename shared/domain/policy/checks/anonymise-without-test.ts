import { logOnlyCategories } from "../log-only-categories.ts";
import type { Policy } from "../policy.ts";
import { promisesAbout } from "./promises-hurt.ts";
import type { Finding, PolicyRule } from "./rule.ts";

export const anonymiseWithoutTest: PolicyRule = {
  id: "anonymise-without-test",
  severity: "error",
  why: "Data that is only called anonymous still leads back to the person who wanted it gone.",
  source: "GDPR Recital 26: anonymous information",
  remedy:
    "Write delete or erase; outside the scope account, anonymised of the category, with what is tested, is enough.",
  find: (policy) => [...untestedEnds(policy), ...untestedEffects(policy)],
};

function untestedEnds(policy: Policy): readonly Finding[] {
  const untested = untestedCategories(policy);
  return policy.retention
    .filter(({ category, onEnd }) => onEnd === "anonymise" && untested.has(category))
    .map(({ category }) => ({
      path: `retention.${category}.onEnd`,
      what: `At its end ${category} is anonymised, and nothing says how that is tested.`,
      promises: promisesAbout(policy, [category]),
    }));
}

function untestedEffects(policy: Policy): readonly Finding[] {
  const untested = untestedCategories(policy);
  // What only log groups hold cannot be anonymised at all, and is refused for that.
  const logOnly = logOnlyCategories(policy);
  return policy.erasure.flatMap(({ scope, categories }) =>
    Object.entries(categories)
      .filter(([id, { effect }]) => effect === "anonymise" && !logOnly.has(id))
      .filter(([id]) => scope === "account" || untested.has(id))
      .map(([id]) => ({
        path: `erasure.${scope}.categories.${id}`,
        what:
          scope === "account"
            ? `The scope account anonymises ${id}, and no store adapter anonymises yet.`
            : `The scope ${scope} anonymises ${id}, and nothing says how that is tested.`,
        promises: promisesAbout(policy, [id]),
      })),
  );
}

function untestedCategories({ categories }: Policy): ReadonlySet<string> {
  return new Set(categories.filter(({ anonymised }) => anonymised === undefined).map(({ id }) => id));
}

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
    "Give the category anonymised, with what is tested. In an erasure write erase, or retain with what a duty needs: whether rows of one person are alone in their group shows only in everybody's rows, which an erasure may not read. Let the service write aggregates, and test these before they are given out.",
  find: (policy) => [...untestedEnds(policy), ...effects(policy)],
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

/** An erasure reaches one person's entries and no others, so it can make no group that is large enough. */
function effects(policy: Policy): readonly Finding[] {
  // What only log groups hold cannot be anonymised at all, and is refused for that.
  const logOnly = logOnlyCategories(policy);
  return policy.erasure.flatMap(({ scope, categories }) =>
    Object.entries(categories)
      .filter(([id, { effect }]) => effect === "anonymise" && !logOnly.has(id))
      .map(([id]) => ({
        path: `erasure.${scope}.categories.${id}`,
        what: `The scope ${scope} anonymises ${id}, and the rows of one person are no group to be lost in.`,
        promises: promisesAbout(policy, [id]),
      })),
  );
}

function untestedCategories({ categories }: Policy): ReadonlySet<string> {
  return new Set(categories.filter(({ anonymised }) => anonymised === undefined).map(({ id }) => id));
}

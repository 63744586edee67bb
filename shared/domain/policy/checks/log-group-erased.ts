import { durationText } from "../duration.ts";
import { logOnlyCategories } from "../log-only-categories.ts";
import { isLongerThan } from "../longer-than.ts";
import type { Policy } from "../policy.ts";
import { promisesAbout } from "./promises-hurt.ts";
import type { Finding, PolicyRule } from "./rule.ts";

export const logGroupErased: PolicyRule = {
  id: "log-group-erased",
  severity: "error",
  why: "What is in a log group, a queue or files that tell of many goes by age and never by person, so nothing else that is said of it happens.",
  source: "https://docs.aws.amazon.com/goto/WebAPI/logs/PutRetentionPolicy",
  remedy:
    "Write the effect expire for the category, and retentionDays of the log group that are not longer than its limit.",
  find: (policy) => [...otherEffects(policy), ...longerGroups(policy)],
};

function otherEffects(policy: Policy): readonly Finding[] {
  const logOnly = logOnlyCategories(policy);
  return policy.erasure
    .filter(({ scope }) => scope !== "processors")
    .flatMap(({ scope, categories }) =>
      Object.entries(categories)
        .filter(([id, { effect }]) => logOnly.has(id) && effect !== "expire")
        .map(([id, { effect }]) => ({
          path: `erasure.${scope}.categories.${id}`,
          what: `Only stores that are emptied by age hold ${id}, and the scope ${scope} says ${effect}.`,
          promises: promisesAbout(policy, [id]),
        })),
    );
}

function longerGroups(policy: Policy): readonly Finding[] {
  const rules = new Map(policy.retention.map((rule) => [rule.category, rule]));
  return policy.stores.flatMap((store) => {
    if (store.kind !== "log-group") return [];
    const { id, retentionDays } = store;
    return store.categories.flatMap((category) => {
      const limit = rules.get(category)?.limit;
      if (!limit || !isLongerThan({ days: retentionDays }, limit.after)) return [];
      const what = `${id} keeps lines for ${durationText({ days: retentionDays })}, and the limit of ${category} is ${durationText(limit.after)}.`;
      return [{ path: `stores.${id}.retentionDays`, what, promises: promisesAbout(policy, [category]) }];
    });
  });
}

import { durationText } from "../duration.ts";
import { isLongerThan } from "../longer-than.ts";
import type { PolicyRule } from "./rule.ts";

export const limitAbovePromise: PolicyRule = {
  id: "limit-above-promise",
  severity: "error",
  why: "Everything would work as declared, and the data would still outlive the time that people were promised.",
  source: "GDPR Art. 13(2)(a): the period that people are told",
  remedy: "Write a limit for the category that is no longer than within of the promise.",
  find: (policy) => {
    const rules = new Map(policy.retention.map((rule) => [rule.category, rule]));
    return policy.promises.flatMap(({ id, within, covers, kept }) => {
      if (within === undefined || kept.status === "not-applicable") return [];
      return [...new Set(covers)].flatMap((category) => {
        const rule = rules.get(category);
        if (rule === undefined || (rule.limit && !isLongerThan(rule.limit.after, within))) return [];
        const limit = rule.limit ? `has a limit of ${durationText(rule.limit.after)}` : "has no limit";
        const what = `The category ${category} ${limit}, and ${id} promises ${durationText(within)}.`;
        return [{ path: `retention.${category}.limit`, what, promises: [id] }];
      });
    });
  },
};

import type { RetentionRule } from "../retention-rule.ts";
import { promisesAbout } from "./promises-hurt.ts";
import type { PolicyRule } from "./rule.ts";

export const holdWithoutException: PolicyRule = {
  id: "hold-without-exception",
  severity: "error",
  why: "A hold would keep a person's data past its promised end, and no published sentence told them so.",
  source: "GDPR Art. 17(3)(e): legal claims; Art. 13(2)(a): the period that people are told",
  remedy:
    "Write holdable: false, or a holdException with the promise that publishes the hold and its legal basis.",
  find: (policy) => {
    const declared = new Set(policy.promises.map(({ id }) => id));
    return policy.retention.flatMap((rule) => {
      const what = faultOf(rule, declared);
      if (what === undefined) return [];
      const path = `retention.${rule.category}.holdException`;
      return [{ path, what, promises: promisesAbout(policy, [rule.category]) }];
    });
  },
};

function faultOf(
  { category, holdable, holdException }: RetentionRule,
  declared: ReadonlySet<string>,
): string | undefined {
  if (!holdException)
    return holdable ? `A hold may stop the end of ${category}, and no exception is named.` : undefined;
  if (declared.has(holdException.promise)) return undefined;
  return `The exception for a hold on ${category} is ${holdException.promise}, which is no promise of this policy.`;
}

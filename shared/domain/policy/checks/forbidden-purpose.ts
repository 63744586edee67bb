import type { Policy } from "../policy.ts";
import { promisesThatForbid } from "../promises-that-forbid.ts";
import type { Finding, PolicyRule } from "./rule.ts";

export const forbiddenPurpose: PolicyRule = {
  id: "forbidden-purpose",
  severity: "error",
  why: "Data that a person gave for one thing would be used for one that they were promised it never would.",
  source: "GDPR Art. 5(1)(b): purpose limitation",
  remedy: "Take the purpose out of the category's purposes, or give isolatedProcessing another.",
  find: (policy) => [
    ...policy.categories.flatMap((category) => ofCategory(policy, category)),
    ...ofIsolatedProcessing(policy),
  ],
};

function ofCategory(policy: Policy, { id, purposes }: Policy["categories"][number]): readonly Finding[] {
  const forbidden = purposes.filter((use) => promisesThatForbid(policy, [id], [use]).length > 0);
  if (forbidden.length === 0) return [];
  const promises = promisesThatForbid(policy, [id], forbidden);
  return [
    {
      path: `categories.${id}.purposes`,
      what: `It is used for ${forbidden.join(", ")}, which ${promises.join(", ")} rules out.`,
      promises,
    },
  ];
}

/** The one role in the isolated network carries this purpose, whatever the purposes of its categories are. */
function ofIsolatedProcessing(policy: Policy): readonly Finding[] {
  if (!policy.isolatedProcessing) return [];
  const { categories, purpose } = policy.isolatedProcessing;
  const promises = promisesThatForbid(policy, categories, [purpose]);
  if (promises.length === 0) return [];
  return [
    {
      path: "isolatedProcessing.purpose",
      what: `It works on ${categories.join(", ")} for ${purpose}, which ${promises.join(", ")} rules out.`,
      promises,
    },
  ];
}

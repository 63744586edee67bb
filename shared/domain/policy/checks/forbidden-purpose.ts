import { promisesThatForbid } from "../promises-that-forbid.ts";
import type { PolicyRule } from "./rule.ts";

export const forbiddenPurpose: PolicyRule = {
  id: "forbidden-purpose",
  severity: "error",
  why: "Data that a person gave for one thing would be used for one that they were promised it never would.",
  source: "GDPR Art. 5(1)(b): purpose limitation",
  remedy: "Take the purpose out of the category's purposes.",
  find: (policy) =>
    policy.categories.flatMap(({ id, purposes }) => {
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
    }),
};

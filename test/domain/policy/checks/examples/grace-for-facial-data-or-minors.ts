import { minimalPolicy } from "../../minimal-policy.ts";
import type { RuleExample } from "../rule-example.ts";

/** A person has a week to change their mind about an ordinary picture, and none about one of a face. */
const withGrace = ({ facial }: { readonly facial: boolean }): RuleExample["passes"] => ({
  ...minimalPolicy,
  categories: minimalPolicy.categories.map((category) =>
    category.id === "picture" ? { ...category, facial } : category,
  ),
  erasure: minimalPolicy.erasure.map((scope) => ({ ...scope, graceHours: 168 })),
});

export const example: RuleExample = {
  passes: withGrace({ facial: false }),
  refused: withGrace({ facial: true }),
  path: "erasure.account.graceHours",
  hurts: ["MI1"],
};

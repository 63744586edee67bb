import { minimalPolicy } from "../../minimal-policy.ts";
import type { RuleExample } from "../rule-example.ts";

const anonymisedAtItsEnd = (
  tested: Partial<RuleExample["passes"]["categories"][number]>,
): RuleExample["passes"] => ({
  ...minimalPolicy,
  categories: minimalPolicy.categories.map((category) =>
    category.id === "picture" ? { ...category, ...tested } : category,
  ),
  retention: minimalPolicy.retention.map((rule) =>
    rule.category === "picture" ? { ...rule, onEnd: "anonymise" } : rule,
  ),
});

export const example: RuleExample = {
  passes: anonymisedAtItsEnd({
    anonymised: { smallestGroup: 5, columnsThatTogetherIdentify: ["size", "day"] },
  }),
  refused: anonymisedAtItsEnd({}),
  path: "retention.picture.onEnd",
  hurts: ["MI1"],
};

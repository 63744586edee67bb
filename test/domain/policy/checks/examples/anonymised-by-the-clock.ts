import { minimalPolicy } from "../../minimal-policy.ts";
import type { RuleExample } from "../rule-example.ts";

type Rule = RuleExample["passes"]["retention"][number];

const anonymisedAtTheEnd = (ending: Pick<Rule, "limit">): RuleExample["passes"] => ({
  ...minimalPolicy,
  categories: minimalPolicy.categories.map((category) =>
    category.id === "picture"
      ? { ...category, anonymised: { smallestGroup: 5, columnsThatTogetherIdentify: ["size", "day"] } }
      : category,
  ),
  retention: minimalPolicy.retention.map((rule) =>
    rule.category === "picture" ? { ...rule, ...ending, onEnd: "anonymise" } : rule,
  ),
});

export const example: RuleExample = {
  // What only the end of an account ends is erased with it.
  passes: anonymisedAtTheEnd({}),
  refused: anonymisedAtTheEnd({ limit: { after: { days: 30 }, from: "created" } }),
  path: "retention.picture.onEnd",
  hurts: ["MI1"],
};

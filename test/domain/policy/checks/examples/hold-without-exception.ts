import { minimalPolicy } from "../../minimal-policy.ts";
import type { RuleExample } from "../rule-example.ts";

const holdable = (exception: Partial<RuleExample["passes"]["retention"][number]>): RuleExample["passes"] => ({
  ...minimalPolicy,
  retention: minimalPolicy.retention.map((rule) =>
    rule.category === "picture" ? { ...rule, holdable: true, ...exception } : rule,
  ),
});

export const example: RuleExample = {
  passes: holdable({ holdException: { promise: "MI1", legalBasis: "GDPR Art. 17(3)(e)" } }),
  refused: holdable({}),
  path: "retention.picture.holdException",
  hurts: ["MI1"],
};

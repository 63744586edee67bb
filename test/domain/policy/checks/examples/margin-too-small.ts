import { minimalPolicy } from "../../minimal-policy.ts";
import type { RuleExample } from "../rule-example.ts";

const withMargin = (marginMinutes: number): RuleExample["passes"] => ({
  ...minimalPolicy,
  retention: minimalPolicy.retention.map((rule) =>
    rule.category === "picture"
      ? { ...rule, limit: { after: { hours: 48 }, from: "created" }, marginMinutes }
      : rule,
  ),
});

export const example: RuleExample = {
  passes: withMargin(20),
  refused: withMargin(19),
  path: "retention.picture.marginMinutes",
  hurts: ["MI1"],
};

import { minimalPolicy } from "../../minimal-policy.ts";
import type { RuleExample } from "../rule-example.ts";

const limitedTo = (days: number): RuleExample["passes"] => ({
  ...minimalPolicy,
  retention: minimalPolicy.retention.map((rule) =>
    rule.category === "picture" ? { ...rule, limit: { after: { days }, from: "created" } } : rule,
  ),
  promises: [
    ...minimalPolicy.promises,
    {
      id: "MI2",
      kind: "expiry",
      says: "A picture goes within 30 days",
      covers: ["picture"],
      within: { days: 30 },
      kept: { status: "not-yet", missing: "the clock" },
    },
  ],
});

export const example: RuleExample = {
  passes: limitedTo(30),
  refused: limitedTo(31),
  path: "retention.picture.limit",
  hurts: ["MI2"],
};

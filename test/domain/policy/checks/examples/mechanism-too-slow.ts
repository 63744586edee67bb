import { minimalPolicy } from "../../minimal-policy.ts";
import type { RuleExample } from "../rule-example.ts";

/** Thirty days are promised; S3 takes up to two days more than the limit. */
const limitedTo = (days: number): RuleExample["passes"] => ({
  ...minimalPolicy,
  retention: minimalPolicy.retention.map((rule) =>
    rule.category === "picture" ? { ...rule, limit: { after: { days }, from: "created" } } : rule,
  ),
  promises: [
    {
      id: "MI2",
      kind: "expiry",
      says: "A picture goes within 30 days",
      covers: ["picture"],
      within: { days: 30 },
      kept: { status: "bound", keptBy: [{ mechanism: "lifecycle", store: "pictures" }] },
    },
  ],
});

export const example: RuleExample = {
  passes: limitedTo(28),
  refused: limitedTo(29),
  path: "promises.MI2.kept",
  hurts: ["MI2"],
};

import { minimalPolicy } from "../../minimal-policy.ts";
import type { RuleExample } from "../rule-example.ts";

const withQueue = (retentionDays: number): RuleExample["passes"] => ({
  ...minimalPolicy,
  stores: [...minimalPolicy.stores, { id: "failed", kind: "queue", retentionDays, categories: ["picture"] }],
  retention: minimalPolicy.retention.map((rule) =>
    rule.category === "picture" ? { ...rule, limit: { after: { days: 10 }, from: "created" } } : rule,
  ),
  promises: [
    ...minimalPolicy.promises,
    {
      id: "MI2",
      kind: "expiry",
      says: "A picture is gone within ten days",
      covers: ["picture"],
      within: { days: 10 },
      kept: { status: "not-yet", missing: "the clock" },
    },
  ],
});

export const example: RuleExample = {
  passes: withQueue(10),
  refused: withQueue(11),
  path: "stores.failed.retentionDays",
  hurts: ["MI1", "MI2"],
};

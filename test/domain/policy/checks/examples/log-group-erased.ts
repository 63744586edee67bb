import { minimalPolicy } from "../../minimal-policy.ts";
import type { RuleExample } from "../rule-example.ts";

const withLogs = (effect: "expire" | "erase"): RuleExample["passes"] => ({
  ...minimalPolicy,
  stores: [
    ...minimalPolicy.stores,
    { id: "logs", kind: "log-group", retentionDays: 14, categories: ["log"] },
  ],
  categories: [
    ...minimalPolicy.categories,
    { id: "log", what: "A line of a log", sensitive: false, purposes: ["security"] },
  ],
  retention: [
    ...minimalPolicy.retention,
    { category: "log", limit: { after: { days: 14 }, from: "created" }, onEnd: "delete" },
  ],
  erasure: minimalPolicy.erasure.map((scope) => ({
    ...scope,
    categories: { ...scope.categories, log: { effect } },
  })),
  processors: minimalPolicy.processors.map((hosting) => ({
    ...hosting,
    receives: [...hosting.receives, "log"],
  })),
});

export const example: RuleExample = {
  passes: withLogs("expire"),
  refused: withLogs("erase"),
  path: "erasure.account.categories.log",
  hurts: [],
};

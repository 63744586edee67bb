import { minimalPolicy } from "../../minimal-policy.ts";
import type { RuleExample } from "../rule-example.ts";

const versionedWithLimit = (hours: number): RuleExample["passes"] => ({
  ...minimalPolicy,
  stores: minimalPolicy.stores.map((store) => (store.kind === "s3" ? { ...store, versioned: true } : store)),
  retention: minimalPolicy.retention.map((rule) =>
    rule.category === "picture"
      ? { ...rule, limit: { after: { hours }, from: "created" }, marginMinutes: 60 }
      : rule,
  ),
});

export const example: RuleExample = {
  passes: versionedWithLimit(25),
  refused: versionedWithLimit(24),
  path: "stores.pictures.versioned",
  hurts: ["MI1"],
};

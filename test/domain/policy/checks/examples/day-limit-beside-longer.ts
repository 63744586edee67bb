import type { PolicyDeclaration } from "../../../../../shared/domain/policy/policy.ts";
import { minimalPolicy } from "../../minimal-policy.ts";
import type { RuleExample } from "../rule-example.ts";

export const example: RuleExample = {
  passes: policyHolding({ days: 2 }),
  refused: policyHolding({ hours: 24 }),
  path: "stores.pictures.categories",
  hurts: ["MI1"],
};

function policyHolding(
  after: NonNullable<PolicyDeclaration["retention"][number]["limit"]>["after"],
): PolicyDeclaration {
  return {
    ...minimalPolicy,
    stores: [
      {
        id: "pictures",
        kind: "s3",
        keyTemplate: "users/{subject}/…",
        versioned: false,
        categories: ["picture", "account"],
      },
      ...minimalPolicy.stores.slice(1),
    ],
    retention: [
      { category: "picture", limit: { after, from: "created" }, onEnd: "delete", marginMinutes: 60 },
      ...minimalPolicy.retention.slice(1),
    ],
  };
}

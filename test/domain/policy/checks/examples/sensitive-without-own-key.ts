import type { PolicyDeclaration } from "../../../../../shared/domain/policy/policy.ts";
import { minimalPolicy } from "../../minimal-policy.ts";
import type { RuleExample } from "../rule-example.ts";

export const example: RuleExample = {
  passes: policyStoringUnder("customer-managed"),
  refused: policyStoringUnder("aws-managed"),
  path: "stores.pictures.key",
  hurts: ["MI1"],
};

function policyStoringUnder(key: "customer-managed" | "aws-managed"): PolicyDeclaration {
  return {
    ...minimalPolicy,
    stores: [
      {
        id: "pictures",
        kind: "s3",
        keyTemplate: "users/{subject}/…",
        versioned: false,
        categories: ["picture"],
        key,
      },
      ...minimalPolicy.stores.slice(1),
    ],
    categories: minimalPolicy.categories.map((held) =>
      held.id === "picture" ? { ...held, sensitive: true } : held,
    ),
  };
}

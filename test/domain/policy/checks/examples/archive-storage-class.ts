import type { PolicyDeclaration } from "../../../../../shared/domain/policy/policy.ts";
import { minimalPolicy } from "../../minimal-policy.ts";
import type { RuleExample } from "../rule-example.ts";

export const example: RuleExample = {
  passes: policyStoringAs("STANDARD_IA"),
  refused: policyStoringAs("GLACIER"),
  path: "stores.pictures.storageClass",
  hurts: ["MI1"],
};

function policyStoringAs(storageClass: "STANDARD_IA" | "GLACIER"): PolicyDeclaration {
  return {
    ...minimalPolicy,
    stores: [
      {
        id: "pictures",
        kind: "s3",
        keyTemplate: "users/{subject}/…",
        versioned: false,
        categories: ["picture"],
        storageClass,
      },
      ...minimalPolicy.stores.slice(1),
    ],
  };
}

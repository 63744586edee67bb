import type { PolicyDeclaration } from "../../../../../shared/domain/policy/policy.ts";
import { minimalPolicy } from "../../minimal-policy.ts";
import type { RuleExample } from "../rule-example.ts";

export const example: RuleExample = {
  passes: policyStoringIn("eu-central-1"),
  refused: policyStoringIn("us-east-1"),
  path: "stores.pictures.region",
  hurts: ["MI1"],
};

function policyStoringIn(region: string): PolicyDeclaration {
  return {
    ...minimalPolicy,
    stores: [
      {
        id: "pictures",
        kind: "s3",
        keyTemplate: "users/{subject}/…",
        versioned: false,
        categories: ["picture"],
        region,
      },
      ...minimalPolicy.stores.slice(1),
    ],
  };
}

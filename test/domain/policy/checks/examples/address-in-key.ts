import type { PolicyDeclaration } from "../../../../../shared/domain/policy/policy.ts";
import { minimalPolicy } from "../../minimal-policy.ts";
import type { RuleExample } from "../rule-example.ts";

export const example: RuleExample = {
  passes: policyWithKeys("users/{subject}/{project}/…"),
  refused: policyWithKeys("users/{subject}/{email}/…"),
  path: "stores.pictures.keyTemplate",
  hurts: ["MI1"],
};

function policyWithKeys(keyTemplate: string): PolicyDeclaration {
  return {
    ...minimalPolicy,
    stores: [
      {
        id: "pictures",
        kind: "s3",
        keyTemplate,
        versioned: false,
        categories: ["picture"],
      },
      ...minimalPolicy.stores.slice(1),
    ],
  };
}

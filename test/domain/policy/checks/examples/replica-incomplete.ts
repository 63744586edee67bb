import type { PolicyDeclaration } from "../../../../../shared/domain/policy/policy.ts";
import { minimalPolicy } from "../../minimal-policy.ts";
import type { RuleExample } from "../rule-example.ts";

export const example: RuleExample = {
  passes: policyReplicating("users/{subject}/…"),
  refused: policyReplicating("copies/{subject}/…"),
  path: "stores.pictures-copy.replicaOf",
  hurts: ["MI1"],
};

function policyReplicating(keyTemplate: string): PolicyDeclaration {
  return {
    ...minimalPolicy,
    stores: [
      {
        id: "pictures",
        kind: "s3",
        keyTemplate: "users/{subject}/…",
        versioned: true,
        categories: ["picture"],
      },
      {
        id: "pictures-copy",
        kind: "s3",
        keyTemplate,
        versioned: true,
        replicaOf: "pictures",
        categories: ["picture"],
      },
      ...minimalPolicy.stores.slice(1),
    ],
  };
}

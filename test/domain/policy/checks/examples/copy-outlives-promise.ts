import type { PolicyDeclaration } from "../../../../../shared/domain/policy/policy.ts";
import { minimalPolicy } from "../../minimal-policy.ts";
import type { RuleExample } from "../rule-example.ts";

export const example: RuleExample = {
  passes: policyRecoverableFor(0),
  refused: policyRecoverableFor(1),
  path: "stores.pictures.pointInTimeRecoveryDays",
  hurts: ["MI1"],
};

function policyRecoverableFor(pointInTimeRecoveryDays: number): PolicyDeclaration {
  return {
    ...minimalPolicy,
    stores: [
      {
        id: "pictures",
        kind: "dynamodb",
        partitionKey: { attribute: "owner", template: "SUBJECT#{subject}" },
        pointInTimeRecoveryDays,
        categories: ["picture"],
      },
      ...minimalPolicy.stores.slice(1),
    ],
  };
}

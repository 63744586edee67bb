import type { PolicyDeclaration } from "../../../../../shared/domain/policy/policy.ts";
import { minimalPolicy } from "../../minimal-policy.ts";
import type { RuleExample } from "../rule-example.ts";

export const example: RuleExample = {
  passes: policyNotifyingUnder("MI1"),
  refused: policyNotifyingUnder("MI9"),
  path: "notices.material.promise",
  hurts: [],
};

function policyNotifyingUnder(promise: string): PolicyDeclaration {
  return {
    ...minimalPolicy,
    notices: [{ change: "material", daysBefore: 7, channels: ["mail"], promise }],
  };
}

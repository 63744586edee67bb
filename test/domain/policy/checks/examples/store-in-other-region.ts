import type { PolicyDeclaration } from "../../../../../shared/domain/policy/policy.ts";
import { minimalPolicy } from "../../minimal-policy.ts";
import type { RuleExample } from "../rule-example.ts";

export const example: RuleExample = {
  passes: policyStoringIn("eu-central-1"),
  refused: policyStoringIn("eu-west-1"),
  path: "stores.accounts.region",
  hurts: ["MI1"],
};

function policyStoringIn(region: string): PolicyDeclaration {
  return {
    ...minimalPolicy,
    service: { ...minimalPolicy.service, regions: ["eu-central-1", "eu-west-1"] },
    stores: minimalPolicy.stores.map((store) => (store.kind === "cognito" ? { ...store, region } : store)),
  };
}

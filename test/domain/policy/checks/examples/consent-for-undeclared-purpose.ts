import type { Purpose } from "../../../../../shared/domain/policy/category.ts";
import type { PolicyDeclaration } from "../../../../../shared/domain/policy/policy.ts";
import { minimalPolicy } from "../../minimal-policy.ts";
import type { RuleExample } from "../rule-example.ts";

export const example: RuleExample = {
  passes: policyAskingFor("analytics", ["analytics"]),
  refused: policyAskingFor("analytics", ["service-delivery"]),
  path: "consents.analytics",
  hurts: ["MI2"],
};

function policyAskingFor(purpose: Purpose, purposes: Purpose[]): PolicyDeclaration {
  return {
    ...minimalPolicy,
    categories: minimalPolicy.categories.map((held) => ({ ...held, purposes })),
    consents: [{ purpose, basis: "until-objection" }],
    promises: [
      ...minimalPolicy.promises,
      {
        id: "MI2",
        kind: "right",
        says: "Analytics can be declined",
        kept: { status: "bound", keptBy: [{ mechanism: "consent-gate", purpose }] },
      },
    ],
  };
}

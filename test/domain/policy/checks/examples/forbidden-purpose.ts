import type { Purpose } from "../../../../../shared/domain/policy/category.ts";
import type { PolicyDeclaration } from "../../../../../shared/domain/policy/policy.ts";
import { minimalPolicy } from "../../minimal-policy.ts";
import type { RuleExample } from "../rule-example.ts";

export const example: RuleExample = {
  passes: policyUsing("generation"),
  refused: policyUsing("model-training"),
  path: "categories.picture.purposes",
  hurts: ["MI2"],
};

function policyUsing(purpose: Purpose): PolicyDeclaration {
  return {
    ...minimalPolicy,
    categories: minimalPolicy.categories.map((held) =>
      held.id === "picture" ? { ...held, purposes: [purpose] } : held,
    ),
    promises: [
      ...minimalPolicy.promises,
      {
        id: "MI2",
        kind: "guard",
        says: "Pictures train no model",
        covers: ["picture"],
        forbids: ["model-training"],
        kept: {
          status: "attested",
          document: "Audit",
          owner: "counsel",
          date: "2026-01-01",
          reviewOn: "2027-01-01",
        },
      },
    ],
  };
}

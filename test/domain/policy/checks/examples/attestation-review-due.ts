import type { PolicyDeclaration } from "../../../../../shared/domain/policy/policy.ts";
import { minimalPolicy } from "../../minimal-policy.ts";
import type { RuleExample } from "../rule-example.ts";

export const example: RuleExample = {
  passes: policyReviewedOn("2026-11-25"),
  refused: policyReviewedOn("2026-11-24"),
  path: "promises.MI2.kept.reviewOn",
  hurts: ["MI2"],
  today: "2026-11-24",
};

function policyReviewedOn(reviewOn: string): PolicyDeclaration {
  return {
    ...minimalPolicy,
    promises: [
      ...minimalPolicy.promises,
      {
        id: "MI2",
        kind: "guard",
        says: "Access is audited",
        kept: { status: "attested", document: "Audit 2025", owner: "counsel", date: "2025-11-24", reviewOn },
      },
    ],
  };
}

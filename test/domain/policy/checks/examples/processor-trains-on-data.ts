import type { PolicyDeclaration } from "../../../../../shared/domain/policy/policy.ts";
import { minimalPolicy } from "../../minimal-policy.ts";
import type { RuleExample } from "../rule-example.ts";

export const example: RuleExample = {
  passes: policySendingTo({ trains: "no" }),
  refused: policySendingTo({ trains: "yes" }),
  path: "processors.painter.training",
  hurts: ["MI2"],
};

function policySendingTo({ trains }: { readonly trains: "no" | "yes" }): PolicyDeclaration {
  return {
    ...minimalPolicy,
    processors: [
      ...minimalPolicy.processors,
      {
        id: "painter",
        name: "Painter",
        role: "model",
        places: ["EU"],
        policyUrl: "https://painter.example/privacy",
        retention: { kept: "nothing" },
        training: { trains, statement: "The terms say so." },
        deletion: ["prevented"],
        readOn: "2026-11-24",
        receives: ["picture"],
        purpose: "Making a picture",
        contract: { document: "Terms", owner: "counsel", date: "2026-01-01", reviewOn: "2027-01-01" },
      },
    ],
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

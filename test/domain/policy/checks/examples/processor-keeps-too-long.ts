import type { PolicyDeclaration } from "../../../../../shared/domain/policy/policy.ts";
import { minimalPolicy } from "../../minimal-policy.ts";
import type { RuleExample } from "../rule-example.ts";

export const example: RuleExample = {
  passes: policySendingToOneThatKeepsFor(7),
  refused: policySendingToOneThatKeepsFor(8),
  path: "processors.painter.retention",
  hurts: ["MI2"],
};

function policySendingToOneThatKeepsFor(days: number): PolicyDeclaration {
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
        retention: { kept: "days", days },
        training: { trains: "no", statement: "The terms say so." },
        deletion: ["ages-out"],
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
        kind: "erasure",
        says: "Whoever makes the picture drops it within a week",
        covers: ["picture"],
        withinAtProcessors: { days: 7 },
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

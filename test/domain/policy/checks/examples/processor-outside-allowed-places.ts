import type { PolicyDeclaration } from "../../../../../shared/domain/policy/policy.ts";
import { minimalPolicy } from "../../minimal-policy.ts";
import type { RuleExample } from "../rule-example.ts";

export const example: RuleExample = {
  passes: policySendingUnder("Standard contractual clauses, module 2"),
  refused: policySendingUnder(undefined),
  path: "processors.painter.places",
  hurts: ["MI1"],
};

function policySendingUnder(transferSafeguard: string | undefined): PolicyDeclaration {
  return {
    ...minimalPolicy,
    processors: [
      ...minimalPolicy.processors,
      {
        id: "painter",
        name: "Painter",
        role: "model",
        places: ["EU", "US"],
        policyUrl: "https://painter.example/privacy",
        retention: { kept: "nothing" },
        training: { trains: "no", statement: "Nothing that is sent trains a model." },
        deletion: ["prevented"],
        readOn: "2026-11-24",
        receives: ["picture"],
        purpose: "Making a picture",
        contract: { document: "Terms", owner: "counsel", date: "2026-01-01", reviewOn: "2027-01-01" },
        ...(transferSafeguard === undefined ? {} : { transferSafeguard }),
      },
    ],
  };
}

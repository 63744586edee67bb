import type { PolicyDeclaration } from "../../../../../shared/domain/policy/policy.ts";
import { minimalPolicy } from "../../minimal-policy.ts";
import type { RuleExample } from "../rule-example.ts";

export const example: RuleExample = {
  passes: policySending({ retention: { kept: "days", days: 30 }, places: ["EU"] }),
  refused: policySending({}),
  path: "processors.painter",
  hurts: ["MI1"],
};

function policySending(
  stated: Pick<PolicyDeclaration["processors"][number], "retention" | "places">,
): PolicyDeclaration {
  return {
    ...minimalPolicy,
    processors: [
      ...minimalPolicy.processors,
      {
        id: "painter",
        name: "Painter",
        role: "model",
        policyUrl: "https://painter.example/privacy",
        training: { trains: "no", statement: "Nothing that is sent trains a model." },
        deletion: ["ages-out"],
        readOn: "2026-11-24",
        receives: ["picture"],
        purpose: "Making a picture",
        contract: { document: "Terms", owner: "counsel", date: "2026-01-01", reviewOn: "2027-01-01" },
        ...stated,
      },
    ],
  };
}

import type { PolicyDeclaration } from "../../../../../shared/domain/policy/policy.ts";
import { minimalPolicy } from "../../minimal-policy.ts";
import type { RuleExample } from "../rule-example.ts";

export const example: RuleExample = {
  passes: policySending("account"),
  refused: policySending("picture"),
  path: "processors.painter.receives",
  hurts: ["MI1"],
};

function policySending(category: string): PolicyDeclaration {
  return {
    ...minimalPolicy,
    stores: [
      {
        id: "pictures",
        kind: "s3",
        keyTemplate: "users/{subject}/…",
        versioned: false,
        key: "customer-managed",
        categories: ["picture"],
      },
      ...minimalPolicy.stores.slice(1),
    ],
    categories: minimalPolicy.categories.map((held) =>
      held.id === "picture" ? { ...held, sensitive: true, facial: true } : held,
    ),
    processors: [
      ...minimalPolicy.processors,
      {
        id: "painter",
        name: "Painter",
        role: "model",
        places: ["EU"],
        policyUrl: "https://painter.example/privacy",
        retention: { kept: "nothing" },
        training: { trains: "no", statement: "Nothing that is sent trains a model." },
        deletion: ["prevented"],
        readOn: "2026-11-24",
        receives: [category],
        purpose: "Making a picture",
        contract: { document: "Terms", owner: "counsel", date: "2026-01-01", reviewOn: "2027-01-01" },
      },
    ],
  };
}

import type { PolicyDeclaration } from "../../../../../shared/domain/policy/policy.ts";
import { minimalPolicy } from "../../minimal-policy.ts";
import type { RuleExample } from "../rule-example.ts";

export const example: RuleExample = {
  passes: policyCachedBy("edge"),
  refused: policyCachedBy("aws"),
  path: "stores.pictures.cachedBy.processor",
  hurts: ["MI1"],
};

function policyCachedBy(processor: string): PolicyDeclaration {
  return {
    ...minimalPolicy,
    stores: [
      {
        id: "pictures",
        kind: "s3",
        keyTemplate: "users/{subject}/…",
        versioned: false,
        categories: ["picture"],
        cachedBy: { processor, longestHours: 24 },
      },
      ...minimalPolicy.stores.slice(1),
    ],
    processors: [
      ...minimalPolicy.processors,
      {
        id: "edge",
        name: "Edge",
        role: "cdn",
        places: ["EU"],
        policyUrl: "https://edge.example/privacy",
        retention: { kept: "days", days: 1 },
        training: { trains: "no", statement: "Nothing that is sent trains a model." },
        deletion: ["by-api", "ages-out"],
        readOn: "2026-11-24",
        receives: ["picture"],
        purpose: "Serving pictures",
        contract: { document: "Terms", owner: "counsel", date: "2026-01-01", reviewOn: "2027-01-01" },
      },
    ],
  };
}

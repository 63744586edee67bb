import { minimalPolicy } from "../../minimal-policy.ts";
import type { RuleExample } from "../rule-example.ts";

const tagged = (category: string): RuleExample["passes"] => ({
  ...minimalPolicy,
  promises: [
    {
      id: "MI2",
      kind: "guard",
      says: "Pictures serve the service alone",
      kept: { status: "bound", keptBy: [{ mechanism: "purpose-tags", category }] },
    },
  ],
});

export const example: RuleExample = {
  passes: tagged("picture"),
  refused: tagged("pictures"),
  path: "promises.MI2.kept",
  hurts: ["MI2"],
};

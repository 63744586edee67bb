import { minimalPolicy } from "../../minimal-policy.ts";
import type { RuleExample } from "../rule-example.ts";

export const example: RuleExample = {
  passes: minimalPolicy,
  refused: {
    ...minimalPolicy,
    promises: [
      {
        id: "MI2",
        kind: "guard",
        says: "Nothing is sent without a check",
        kept: { status: "bound", keptBy: [{ mechanism: "send-guard" }] },
      },
    ],
  },
  path: "promises.MI2.kept",
  hurts: ["MI2"],
};

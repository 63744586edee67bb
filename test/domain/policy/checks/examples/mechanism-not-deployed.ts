import { minimalPolicy } from "../../minimal-policy.ts";
import type { RuleExample } from "../rule-example.ts";

export const example: RuleExample = {
  passes: minimalPolicy,
  refused: {
    ...minimalPolicy,
    promises: [
      {
        id: "MI2",
        kind: "expiry",
        says: "A picture goes by itself",
        kept: { status: "bound", keptBy: [{ mechanism: "clock", category: "picture" }] },
      },
    ],
  },
  path: "promises.MI2.kept",
  hurts: ["MI2"],
};

import { minimalPolicy } from "../../minimal-policy.ts";
import type { RuleExample } from "../rule-example.ts";

export const example: RuleExample = {
  passes: minimalPolicy,
  refused: {
    ...minimalPolicy,
    notices: [{ change: "processors", daysBefore: 30, channels: ["page"], promise: "MI2" }],
    promises: [
      {
        id: "MI2",
        kind: "notice",
        says: "People are told of a new third party",
        kept: { status: "bound", keptBy: [{ mechanism: "notice", change: "processors" }] },
      },
    ],
  },
  path: "promises.MI2.kept",
  hurts: ["MI2"],
};

import { minimalPolicy } from "../../minimal-policy.ts";
import type { RuleExample } from "../rule-example.ts";

export const example: RuleExample = {
  passes: minimalPolicy,
  refused: {
    ...minimalPolicy,
    promises: [
      ...minimalPolicy.promises,
      {
        id: "MI2",
        kind: "right",
        says: "People can object",
        kept: { status: "not-yet", missing: "reading objections by mail" },
      },
    ],
  },
  path: "promises.MI2.kept",
  hurts: ["MI2"],
};

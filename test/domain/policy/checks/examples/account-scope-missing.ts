import { minimalPolicy } from "../../minimal-policy.ts";
import type { RuleExample } from "../rule-example.ts";

export const example: RuleExample = {
  passes: minimalPolicy,
  refused: {
    ...minimalPolicy,
    erasure: [{ scope: "category", graceHours: 0, categories: { picture: { effect: "erase" } } }],
  },
  path: "erasure.account",
  hurts: ["MI1"],
};

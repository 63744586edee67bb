import { minimalPolicy } from "../../minimal-policy.ts";
import type { RuleExample } from "../rule-example.ts";

export const example: RuleExample = {
  passes: minimalPolicy,
  refused: { ...minimalPolicy, promises: [...minimalPolicy.promises, ...minimalPolicy.promises] },
  path: "promises.MI1",
  hurts: ["MI1"],
};

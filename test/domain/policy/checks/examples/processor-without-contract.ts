import { minimalPolicy } from "../../minimal-policy.ts";
import type { RuleExample } from "../rule-example.ts";

export const example: RuleExample = {
  passes: minimalPolicy,
  refused: {
    ...minimalPolicy,
    processors: minimalPolicy.processors.map(({ contract: _, ...host }) => host),
  },
  path: "processors.aws.contract",
  hurts: ["MI1"],
};

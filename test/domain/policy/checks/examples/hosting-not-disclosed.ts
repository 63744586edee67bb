import { minimalPolicy } from "../../minimal-policy.ts";
import type { RuleExample } from "../rule-example.ts";

export const example: RuleExample = {
  passes: minimalPolicy,
  refused: {
    ...minimalPolicy,
    processors: minimalPolicy.processors.map((host) => ({ ...host, receives: ["account"] })),
  },
  path: "processors.aws.receives",
  hurts: ["MI1"],
};

import { minimalPolicy } from "../../minimal-policy.ts";
import type { RuleExample } from "../rule-example.ts";

export const example: RuleExample = {
  passes: minimalPolicy,
  refused: {
    ...minimalPolicy,
    retention: minimalPolicy.retention.filter(({ category }) => category !== "picture"),
  },
  path: "categories.picture",
  hurts: ["MI1"],
};

import { minimalPolicy } from "../../minimal-policy.ts";
import type { RuleExample } from "../rule-example.ts";

export const example: RuleExample = {
  passes: minimalPolicy,
  refused: {
    ...minimalPolicy,
    ownRecords: minimalPolicy.ownRecords.filter(({ record }) => record !== "letter"),
  },
  path: "ownRecords.letter",
  hurts: [],
};

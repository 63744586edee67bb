import { minimalPolicy } from "../../minimal-policy.ts";
import type { RuleExample } from "../rule-example.ts";

const byMail = minimalPolicy.processors.map((host) => ({ ...host, deletion: ["by-mail" as const] }));

export const example: RuleExample = {
  passes: {
    ...minimalPolicy,
    processors: byMail.map((host) => ({ ...host, askAt: "privacy@vendor.example" })),
  },
  refused: { ...minimalPolicy, processors: byMail },
  path: "processors.aws.askAt",
  hurts: ["MI1"],
};

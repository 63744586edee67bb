import type { PolicyDeclaration } from "../../../../../shared/domain/policy/policy.ts";
import { minimalPolicy } from "../../minimal-policy.ts";
import type { RuleExample } from "../rule-example.ts";

export const example: RuleExample = {
  passes: policyAnsweringBy("GDPR Art. 12(3)"),
  refused: policyAnsweringBy("MI9"),
  path: "rights.access.deadlines",
  hurts: ["MI2"],
};

function policyAnsweringBy(source: string): PolicyDeclaration {
  return {
    ...minimalPolicy,
    rights: [
      {
        right: "access",
        channels: ["mail"],
        deadlines: [{ what: "answer", within: { calendarMonths: 1 }, from: "receipt", source }],
      },
    ],
    promises: [
      ...minimalPolicy.promises,
      {
        id: "MI2",
        kind: "right",
        says: "People can see what is held about them",
        kept: {
          status: "not-yet",
          missing: "reading requests by mail",
          keptBy: [{ mechanism: "right", right: "access" }],
        },
      },
    ],
  };
}

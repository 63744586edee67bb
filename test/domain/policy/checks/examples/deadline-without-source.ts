import type { PolicyDeclaration } from "../../../../../shared/domain/policy/policy.ts";
import { answeringByMail } from "../../mail-policy.ts";
import type { RuleExample } from "../rule-example.ts";

export const example: RuleExample = {
  passes: answeringByMail,
  refused: policyAnsweringBy("MI9"),
  path: "rights.access.deadlines",
  hurts: ["MI2"],
};

function policyAnsweringBy(source: string): PolicyDeclaration {
  const deadlines = [
    { what: "answer" as const, within: { calendarMonths: 1 }, from: "receipt" as const, source },
  ];
  return { ...answeringByMail, rights: [{ right: "access", channels: ["mail"], deadlines }] };
}

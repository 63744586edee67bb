import type { PolicyDeclaration } from "../../../../../shared/domain/policy/policy.ts";
import { answeringByMail } from "../../mail-policy.ts";
import type { RuleExample } from "../rule-example.ts";

const { accountAddresses: _, ...refused }: PolicyDeclaration = answeringByMail;

export const example: RuleExample = {
  passes: answeringByMail,
  refused,
  path: "accountAddresses",
  hurts: ["MI2"],
};

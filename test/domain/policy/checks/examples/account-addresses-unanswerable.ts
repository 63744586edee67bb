import { answeringByMail } from "../../mail-policy.ts";
import type { RuleExample } from "../rule-example.ts";

export const example: RuleExample = {
  passes: answeringByMail,
  refused: { ...answeringByMail, accountAddresses: { store: "pictures", attribute: "email" } },
  path: "accountAddresses.store",
  hurts: ["MI2"],
};

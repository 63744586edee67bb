import { INVOICE_KEPT } from "../../../../world/with-invoices.ts";
import { retainingPolicy } from "../../retaining-policy.ts";
import type { RuleExample } from "../rule-example.ts";

export const example: RuleExample = {
  passes: retainingPolicy(INVOICE_KEPT),
  refused: retainingPolicy({ ...INVOICE_KEPT, retentionDays: undefined }),
  path: "erasure.account.categories.invoice",
  hurts: ["MI2"],
};

import type { PolicyDeclaration } from "../../../../../shared/domain/policy/policy.ts";
import { INVOICE_KEPT } from "../../../../world/with-invoices.ts";
import { retainingPolicy } from "../../retaining-policy.ts";
import type { RuleExample } from "../rule-example.ts";

export const example: RuleExample = {
  passes: retainingFor(365),
  refused: retainingFor(364),
  path: "erasure.account.categories.invoice",
  hurts: ["MI2"],
};

function retainingFor(retentionDays: number): PolicyDeclaration {
  return {
    ...retainingPolicy({ ...INVOICE_KEPT, legalBasis: "DPDP Rules 2025, rule 8(3)", retentionDays }),
    legalMinimums: [
      {
        id: "rule-8",
        categories: ["invoice"],
        days: 365,
        law: "DPDP Rules 2025, rule 8(3)",
        source: "https://www.dpdpa.in/dpdpa_rules_2025/Rule_8.htm",
        inForceFrom: "2027-05-14",
      },
    ],
  };
}

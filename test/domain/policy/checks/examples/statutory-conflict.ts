import type { PolicyDeclaration } from "../../../../../shared/domain/policy/policy.ts";
import { minimalPolicy } from "../../minimal-policy.ts";
import type { RuleExample } from "../rule-example.ts";

export const example: RuleExample = {
  passes: policyRetainingFor(365),
  refused: policyRetainingFor(364),
  path: "erasure.account.categories.picture",
  hurts: ["MI2"],
};

function policyRetainingFor(retentionDays: number): PolicyDeclaration {
  return {
    ...minimalPolicy,
    legalMinimums: [
      {
        id: "rule-8",
        categories: ["picture"],
        days: 365,
        law: "DPDP Rules 2025, rule 8(3)",
        source: "https://www.dpdpa.in/dpdpa_rules_2025/Rule_8.htm",
        inForceFrom: "2027-05-14",
      },
    ],
    erasure: [
      {
        scope: "account",
        graceHours: 0,
        categories: {
          picture: { effect: "retain", legalBasis: "DPDP Rules 2025, rule 8(3)", retentionDays },
          account: { effect: "erase" },
        },
      },
    ],
    promises: [
      ...minimalPolicy.promises.map((promise) => ({ ...promise, covers: ["account"] })),
      {
        id: "MI2",
        kind: "guard",
        says: "Pictures stay as long as the law wants",
        covers: ["picture"],
        kept: {
          status: "attested",
          document: "Audit",
          owner: "counsel",
          date: "2026-01-01",
          reviewOn: "2027-01-01",
        },
      },
    ],
  };
}

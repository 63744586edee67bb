import type { PolicyDeclaration } from "../../../../../shared/domain/policy/policy.ts";
import { minimalPolicy } from "../../minimal-policy.ts";
import type { RuleExample } from "../rule-example.ts";

export const example: RuleExample = {
  passes: policyRetaining({ retentionDays: 3650 }),
  refused: policyRetaining({}),
  path: "erasure.account.categories.picture",
  hurts: ["MI2"],
};

function policyRetaining(end: { readonly retentionDays?: number }): PolicyDeclaration {
  return {
    ...minimalPolicy,
    erasure: [
      {
        scope: "account",
        graceHours: 0,
        categories: {
          picture: { effect: "retain", legalBasis: "GDPR Art. 6(1)(c): a tax law", ...end },
          account: { effect: "erase" },
        },
      },
    ],
    promises: [
      ...minimalPolicy.promises.map((promise) => ({ ...promise, covers: ["account"] })),
      {
        id: "MI2",
        kind: "guard",
        says: "Pictures stay for the tax period only",
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

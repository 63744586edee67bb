import type { PolicyDeclaration } from "../../../../../shared/domain/policy/policy.ts";
import { minimalPolicy } from "../../minimal-policy.ts";
import type { RuleExample } from "../rule-example.ts";

export const example: RuleExample = {
  passes: policyKeepingBackupsIn([]),
  refused: policyKeepingBackupsIn([{ id: "nightly", stores: ["pictures"], retentionDays: 35 }]),
  path: "backups.vaults.nightly",
  hurts: ["MI1"],
};

function policyKeepingBackupsIn(vaults: PolicyDeclaration["backups"]["vaults"]): PolicyDeclaration {
  return {
    ...minimalPolicy,
    backups: { publishedException: "MI2", longestDays: 35, vaults },
    promises: [
      ...minimalPolicy.promises,
      {
        id: "MI2",
        kind: "guard",
        says: "Backups are gone after a while",
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

import type { PolicyDeclaration } from "../../../../../shared/domain/policy/policy.ts";
import { minimalPolicy } from "../../minimal-policy.ts";
import type { RuleExample } from "../rule-example.ts";

export const example: RuleExample = {
  passes: policyKeepingBackups({ publishedException: "MI2", longestDays: 35 }),
  refused: policyKeepingBackups({ publishedException: "MI2" }),
  path: "backups.longestDays",
  hurts: ["MI2"],
};

function policyKeepingBackups(backups: PolicyDeclaration["backups"]): PolicyDeclaration {
  return {
    ...minimalPolicy,
    backups,
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

import type { PolicyDeclaration } from "../../../../../shared/domain/policy/policy.ts";
import { minimalPolicy } from "../../minimal-policy.ts";
import type { RuleExample } from "../rule-example.ts";

export const example: RuleExample = {
  passes: policyKeepingBackupsFor(35),
  refused: policyKeepingBackupsFor(34),
  path: "stores.pictures.pointInTimeRecoveryDays",
  hurts: ["MI2"],
};

function policyKeepingBackupsFor(longestDays: number): PolicyDeclaration {
  return {
    ...minimalPolicy,
    stores: [
      {
        id: "pictures",
        kind: "dynamodb",
        partitionKey: { attribute: "owner", template: "SUBJECT#{subject}" },
        pointInTimeRecoveryDays: 7,
        categories: ["picture"],
      },
      ...minimalPolicy.stores.slice(1),
    ],
    backups: { publishedException: "MI2", longestDays },
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

import type { PolicyDeclaration } from "../../../../../shared/domain/policy/policy.ts";
import { minimalPolicy } from "../../minimal-policy.ts";
import type { RuleExample } from "../rule-example.ts";

export const example: RuleExample = {
  passes: policyLockingFor(29),
  refused: policyLockingFor(30),
  path: "stores.pictures.objectLock",
  hurts: ["MI2"],
};

function policyLockingFor(days: number): PolicyDeclaration {
  return {
    ...minimalPolicy,
    stores: [
      {
        id: "pictures",
        kind: "s3",
        keyTemplate: "users/{subject}/…",
        versioned: true,
        categories: ["picture"],
        objectLock: { mode: "governance", days },
      },
      ...minimalPolicy.stores.slice(1),
    ],
    retention: [
      { category: "picture", limit: { after: { days: 30 }, from: "created" }, onEnd: "delete" },
      ...minimalPolicy.retention.slice(1),
    ],
    erasure: [
      {
        scope: "account",
        graceHours: 0,
        categories: { picture: { effect: "expire" }, account: { effect: "erase" } },
      },
    ],
    promises: [
      ...minimalPolicy.promises.map((promise) => ({ ...promise, covers: ["account"] })),
      {
        id: "MI2",
        kind: "guard",
        says: "Pictures go by themselves",
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

import type { PolicyDeclaration } from "../../../../../shared/domain/policy/policy.ts";
import { backedUpPolicy } from "../../backed-up-policy.ts";
import type { RuleExample } from "../rule-example.ts";

export const example: RuleExample = {
  passes: withTombstonesFor(35 + 7 + 1),
  refused: withTombstonesFor(35 + 7),
  path: "ownRecords.tombstone.retentionDays",
  hurts: ["MI2"],
};

function withTombstonesFor(retentionDays: number): PolicyDeclaration {
  const policy = backedUpPolicy();
  const ownRecords = policy.ownRecords.map((own) =>
    own.record === "tombstone" ? { ...own, retentionDays } : own,
  );
  return { ...policy, ownRecords };
}

import { OWN_RECORD_KINDS } from "../own-record.ts";
import type { PolicyRule } from "./rule.ts";

export const ownRecordWithoutEnd: PolicyRule = {
  id: "own-record-without-end",
  severity: "error",
  why: "What is kept to prove an erasure would itself keep the person for ever.",
  source: "GDPR Art. 5(1)(e) and 6(1): storage limitation, and a basis for what is kept",
  remedy: "Declare the record in ownRecords with a legalBasis and retentionDays.",
  find: (policy) =>
    OWN_RECORD_KINDS.flatMap((kind) => {
      const declared = policy.ownRecords.find(({ record }) => record === kind);
      const missing = [
        ...(declared?.legalBasis === undefined ? ["legalBasis"] : []),
        ...(declared?.retentionDays === undefined ? ["retentionDays"] : []),
      ];
      if (missing.length === 0) return [];
      return [
        {
          path: `ownRecords.${kind}`,
          what: declared
            ? `Lethe's ${kind} records have no ${missing.join(" and no ")}.`
            : `Lethe's ${kind} records are not declared.`,
          promises: [],
        },
      ];
    }),
};

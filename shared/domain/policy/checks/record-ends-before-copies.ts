import { longestCopyDays } from "../copies.ts";
import type { OwnRecordKind } from "../own-record.ts";
import type { PolicyRule } from "./rule.ts";

/** A copy that is brought back on its last day is worked on for some days: a week is allowed for. */
export const RESTORE_DAYS = 7;

/** What has to be there as long as a copy is, and what for. */
const OUTLIVES: Partial<Readonly<Record<OwnRecordKind, string>>> = {
  tombstone: "a copy that is older than they are would bring back whom they name, and nobody would know",
  request: "nobody would know on the last day of the copies whose certificate is to say so",
  ledger: "the certificate of the last day could not be proved",
  certificate: "the certificate of the last day could not follow it",
};

export const recordEndsBeforeCopies: PolicyRule = {
  id: "record-ends-before-copies",
  severity: "error",
  why: "A backup older than the oldest tombstone kept would bring back people who were erased.",
  source: "GDPR Art. 17(1): the erased must not come back; Art. 5(2): accountability",
  remedy:
    "Write a retentionDays longer than the longest life of any copy and a week to restore one, or shorten the copies.",
  find: (policy) => {
    const needed = Math.max(longestCopyDays(policy), policy.backups.longestDays ?? 0) + RESTORE_DAYS;
    return policy.ownRecords.flatMap(({ record, retentionDays }) => {
      const what = OUTLIVES[record];
      if (what === undefined || retentionDays === undefined || retentionDays > needed) return [];
      return [
        {
          path: `ownRecords.${record}.retentionDays`,
          what: `The ${record} records are kept for ${retentionDays} days, and a copy may live and be brought back until ${needed} days: ${what}.`,
          promises:
            policy.backups.publishedException === undefined ? [] : [policy.backups.publishedException],
        },
      ];
    });
  },
};

import type { Finding, PolicyRule } from "./rule.ts";

export const backupExceptionWithoutLength: PolicyRule = {
  id: "backup-exception-without-length",
  severity: "error",
  why: "A person who is told that backups stay for a while could never be told until when.",
  source: "GDPR Art. 13(2)(a): the period for which data is stored",
  remedy:
    "Write in backups the longestDays that any copy lives, and as publishedException the id of the promise that says so; mark a number that the text does not give as chosenBy: ours.",
  find: (policy) => {
    const { publishedException, longestDays } = policy.backups;
    if (publishedException === undefined) return [];
    const declared = policy.promises.some(({ id }) => id === publishedException);
    const findings: Finding[] = [];
    if (!declared)
      findings.push({
        path: "backups.publishedException",
        what: `It names ${publishedException}, which is no promise of this policy.`,
        promises: [],
      });
    if (longestDays === undefined)
      findings.push({
        path: "backups.longestDays",
        what: `${publishedException} lets backups stay, and no longest life is stated.`,
        promises: declared ? [publishedException] : [],
      });
    return findings;
  },
};

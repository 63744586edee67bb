import { promisesAbout } from "./promises-hurt.ts";
import type { Finding, PolicyRule } from "./rule.ts";

export const vaultLockTooLong: PolicyRule = {
  id: "vault-lock-too-long",
  severity: "error",
  why: "Under a lock nobody can end a copy when the published time for backups is over.",
  source: "https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html",
  remedy:
    "Shorten lock.shortestDays to retentionDays and to backups.longestDays at most, or take the lock away.",
  find: (policy) => {
    const { publishedException, longestDays, vaults } = policy.backups;
    return vaults.flatMap(({ id, lock, retentionDays, stores }): readonly Finding[] => {
      if (!lock) return [];
      const path = `backups.vaults.${id}.lock`;
      const locked = `It locks copies for ${lock.shortestDays} days`;
      if (publishedException !== undefined && longestDays !== undefined && lock.shortestDays > longestDays)
        return [
          {
            path,
            what: `${locked}, and ${publishedException} lets a backup stay for ${longestDays} days.`,
            promises: [publishedException],
          },
        ];
      if (lock.shortestDays <= retentionDays) return [];
      const held = policy.stores.filter((store) => stores.includes(store.id));
      return [
        {
          path,
          what: `${locked}, and its own are to end after ${retentionDays} days: AWS Backup makes none then.`,
          promises: promisesAbout(
            policy,
            held.flatMap(({ categories }) => categories),
          ),
        },
      ];
    });
  },
};

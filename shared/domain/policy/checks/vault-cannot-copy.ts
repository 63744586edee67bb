import type { Vault } from "../backups.ts";
import type { Policy } from "../policy.ts";
import type { Store } from "../store.ts";
import { hostOf } from "../store-host.ts";
import { promisesAbout } from "./promises-hurt.ts";
import type { PolicyRule } from "./rule.ts";

/** https://docs.aws.amazon.com/aws-backup/latest/devguide/point-in-time-recovery.html */
const CONTINUOUS_DAYS_MAX = 35;

export const vaultCannotCopy: PolicyRule = {
  id: "vault-cannot-copy",
  severity: "error",
  why: "A backup that is never made is missed on the day on which everybody needs it.",
  source: "https://docs.aws.amazon.com/aws-backup/latest/devguide/s3-backups.html",
  remedy:
    "Name buckets with versioned: true and tables only; for every moment of a table write its pointInTimeRecoveryDays instead of continuous copies.",
  find: (policy) =>
    policy.backups.vaults.flatMap((vault) =>
      policy.stores
        .filter(({ id }) => vault.stores.includes(id))
        .flatMap((store) => {
          const why = whyNot(vault, store, policy);
          if (why === undefined) return [];
          return [
            {
              path: `backups.vaults.${vault.id}`,
              what: `It is to copy ${store.id}, and ${why}.`,
              promises: promisesAbout(policy, store.categories),
            },
          ];
        }),
    ),
};

function whyNot(vault: Vault, store: Store, policy: Policy): string | undefined {
  const isContinuous = vault.copies === "continuous";
  if (isContinuous && vault.retentionDays > CONTINUOUS_DAYS_MAX)
    return `no continuous copy reaches back further than ${CONTINUOUS_DAYS_MAX} days`;
  const host = hostOf(store, policy);
  switch (host?.kind) {
    case "s3":
      return host.versioned ? undefined : "AWS Backup copies no bucket without versions";
    case "dynamodb":
    case "dynamodb-index":
    case "dynamodb-shared":
      return isContinuous ? "AWS Backup makes no continuous copy of a table" : undefined;
    case "cognito":
    case "log-group":
    case "queue":
    case "aged-files":
      return `AWS Backup copies no ${host.kind}`;
    // What shares something that is not there is refused for that.
    case "dynamodb-mentions":
    case undefined:
      return undefined;
  }
}

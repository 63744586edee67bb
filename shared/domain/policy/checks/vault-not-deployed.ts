import { promisesAbout } from "./promises-hurt.ts";
import type { PolicyRule } from "./rule.ts";

export const vaultNotDeployed: PolicyRule = {
  id: "vault-not-deployed",
  severity: "error",
  why: "A vault that somebody else makes has no end that anyone here keeps, and what a person had stays in it.",
  source: "GDPR Art. 5(2): accountability",
  remedy: "Leave vaults out: this version makes none, and knows of no recovery point in one.",
  find: (policy) =>
    policy.backups.vaults.map(({ id, stores, retentionDays }) => ({
      path: `backups.vaults.${id}`,
      what: `It is to keep ${stores.join(", ")} for ${retentionDays} days, and this version makes no vault.`,
      promises: promisesAbout(
        policy,
        policy.stores.filter((store) => stores.includes(store.id)).flatMap(({ categories }) => categories),
      ),
    })),
};

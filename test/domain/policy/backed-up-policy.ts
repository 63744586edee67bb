import type { PolicyDeclaration } from "../../../shared/domain/policy/policy.ts";
import { minimalPolicy } from "./minimal-policy.ts";

type VaultDeclaration = NonNullable<PolicyDeclaration["backups"]["vaults"]>[number];

/** The smallest policy with a published exception of 35 days, and a vault that copies its bucket each night. */
export function backedUpPolicy(vault: Partial<VaultDeclaration> = {}): PolicyDeclaration {
  const vaults = [{ id: "nightly", stores: ["pictures"], retentionDays: 34, ...vault }];
  return {
    ...minimalPolicy,
    stores: minimalPolicy.stores.map((store) =>
      store.kind === "s3" ? { ...store, versioned: true } : store,
    ),
    backups: { publishedException: "MI2", longestDays: 35, vaults },
    promises: [
      ...minimalPolicy.promises,
      {
        id: "MI2",
        kind: "erasure",
        says: "Backups are gone after a while",
        covers: ["picture"],
        kept: { status: "bound", keptBy: [{ mechanism: "watched-copies" }] },
      },
    ],
  };
}

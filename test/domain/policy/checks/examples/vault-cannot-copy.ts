import type { PolicyDeclaration } from "../../../../../shared/domain/policy/policy.ts";
import { backedUpPolicy } from "../../backed-up-policy.ts";
import type { RuleExample } from "../rule-example.ts";

export const example: RuleExample = {
  passes: backedUpPolicy(),
  refused: withoutVersions(),
  path: "backups.vaults.nightly",
  hurts: ["MI1", "MI2"],
};

function withoutVersions(): PolicyDeclaration {
  const policy = backedUpPolicy();
  return {
    ...policy,
    stores: policy.stores.map((store) => (store.kind === "s3" ? { ...store, versioned: false } : store)),
  };
}

import { type CopiesLeft, copiesLeft } from "../domain/backups/copies-left.ts";
import type { Policy } from "../domain/policy/policy.ts";
import type { RecoveryPoints } from "./backup-ports.ts";

/** Looks at every copy of each of these stores, and returns what can still be brought back of what was gone at `deletedBy`. */
export async function lookAtCopies(
  recoveryPoints: Pick<RecoveryPoints, "listOf">,
  policy: Policy,
  storeIds: readonly string[],
  instants: { readonly deletedBy: Date; readonly now: Date },
): Promise<readonly CopiesLeft[]> {
  const stores = policy.stores.filter(({ id }) => storeIds.includes(id));
  const looked: CopiesLeft[] = [];
  // One after another: AWS Backup answers few calls a second, and nobody waits for this.
  for (const store of stores) {
    looked.push(copiesLeft(policy, store, await recoveryPoints.listOf(store.id), instants));
  }
  return looked;
}

import { categoriesRetainedBy } from "../policy/erasure-targets.ts";
import type { Policy } from "../policy/policy.ts";
import { storesRetainedBy } from "../policy/retained-stores.ts";
import type { ScopeKind } from "./scope.ts";
import type { StoreProgress } from "./store-progress.ts";

const DAY_MS = 86_400_000;

/** What an erasure keeps of one category, why, and until when at the latest, ISO 8601 UTC. */
export interface KeptStatement {
  readonly category: string;
  readonly legalBasis: string;
  readonly until: string;
  /** Present if its records were cut: how many there are under the pseudonym, and all that is in them. */
  readonly pseudonymised?: {
    readonly store: string;
    readonly records: number;
    readonly keeps: readonly string[];
  };
}

/**
 * Returns what an erasure keeps, as the verifier saw it; a category of which there is nothing to keep is not named.
 *
 * @param at what goes by its age was made before then.
 */
export function keptStatements(
  policy: Policy,
  scope: ScopeKind,
  progress: readonly StoreProgress[],
  at: Date,
): readonly KeptStatement[] {
  const retained = storesRetainedBy(policy, scope);
  return categoriesRetainedBy(policy, scope).flatMap(({ category, legalBasis, retentionDays }) => {
    const stores = retained.filter(({ retention }) => retention.categories.includes(category));
    if (stores.length === 0) {
      const until = new Date(at.getTime() + retentionDays * DAY_MS).toISOString();
      return [{ category, legalBasis, until }];
    }
    return stores.flatMap(({ store: { id }, retention: { keeps } }) => {
      const kept = progress.find(({ storeId }) => storeId === id)?.verified?.kept;
      if (kept?.until === undefined) return [];
      const { records, until } = kept;
      return [{ category, legalBasis, until, pseudonymised: { store: id, records, keeps } }];
    });
  });
}

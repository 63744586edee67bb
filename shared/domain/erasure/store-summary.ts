import type { Policy } from "../policy/policy.ts";
import { type Outcome, outcomeOf, type StoreProgress } from "./store-progress.ts";

/** What an erasure came to in one store; counts are entries. `found` is the sum of the other four. */
export interface StoreSummary {
  readonly id: string;
  readonly kind: StoreProgress["kind"];
  readonly found: number;
  readonly deleted: number;
  /** Cut down to what a duty needs, and kept under a pseudonym until a known end. */
  readonly pseudonymised: number;
  /** Still there and under no lock: it could not be deleted. */
  readonly left: number;
  /** Still there under a lock whose end is known, or under a legal hold. */
  readonly retained: number;
  readonly outcome: Outcome;
}

/** Returns what the counts of a store come to; what the verifier saw weighs more than what the eraser said. */
export function storeSummary(progress: StoreProgress): StoreSummary {
  if (progress.sealed) return sealedSummary(progress);
  const remaining = Math.max(progress.left, progress.verified?.found ?? 0);
  const locked = progress.leftBehind.filter(({ retainedUntil }) => retainedUntil !== undefined).length;
  // Only so many are listed: where every listed one is locked, so are the others, as far as anybody knows.
  const retained = locked > 0 && locked === progress.leftBehind.length ? remaining : locked;
  const found = Math.max(progress.found, progress.deletedByCall + remaining);
  // What an earlier erasure of the same person kept is under the pseudonym too.
  const pseudonymised = Math.min(found - remaining, progress.verified?.kept?.records ?? 0);
  return {
    id: progress.storeId,
    kind: progress.kind,
    found,
    deleted: found - remaining - pseudonymised,
    pseudonymised,
    left: remaining - retained,
    retained,
    outcome: outcomeOf(progress),
  };
}

/** Nothing was deleted by us: what other code saw last is what is there. */
function sealedSummary(progress: StoreProgress): StoreSummary {
  const found = progress.verified?.found ?? progress.found;
  const { storeId: id, kind } = progress;
  const outcome = outcomeOf(progress);
  return { id, kind, found, deleted: 0, pseudonymised: 0, left: 0, retained: found, outcome };
}

/** Returns the summaries in the order in which the policy names its stores. */
export function storeSummaries(policy: Policy, progress: readonly StoreProgress[]): readonly StoreSummary[] {
  return policy.stores.flatMap(({ id }) =>
    progress.filter(({ storeId }) => storeId === id).map((store) => storeSummary(store)),
  );
}

/** Returns the first day on which a lock that was met ends, ISO 8601 UTC; undefined if none was met. */
export function firstLockEnd(progress: readonly StoreProgress[]): string | undefined {
  return progress
    .flatMap(({ leftBehind }) => leftBehind.flatMap(({ retainedUntil }) => retainedUntil ?? []))
    .sort()[0];
}

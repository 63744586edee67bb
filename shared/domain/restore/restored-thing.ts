import type { SubjectId } from "../erasure/subject-id.ts";
import type { Thing } from "../retention/thing.ts";

/** One thing of a copy that was brought back, as it lies in quarantine. */
export interface RestoredThing {
  readonly thing: Thing;
  /** Absent if nothing says whose it is. */
  readonly owner?: SubjectId;
  /** When it was stored before the copy was made, ISO 8601 UTC, if the copy tells; when it came back says nothing. */
  readonly storedAt?: string;
  /** Of a record that an erasure had cut before the copy was made: when it was made, and its own end, ISO 8601 UTC. */
  readonly retained?: { readonly madeAt?: string; readonly until: string };
}

/**
 * Why a thing of a copy does not come back. `undated`: it could be over, or older than an erasure, and nothing says that
 * it is not. `nobodys`: nothing says whose it is, so no erasure would find it again.
 */
export type RemovedBecause = "erased" | "expired" | "objected" | "undated" | "nobodys";

/**
 * What becomes of a thing of a copy. `cut`: its owner was erased, and a law keeps a part of it. `sealed`: it comes back
 * for an authority, and nobody may read it.
 */
export type Verdict = "stays" | "sealed" | "cut" | RemovedBecause;

/** How many things of a copy were removed: none. */
export const NOTHING_REMOVED: Readonly<Record<RemovedBecause, number>> = {
  erased: 0,
  expired: 0,
  objected: 0,
  undated: 0,
  nobodys: 0,
};

/** How many things of a copy came to each. */
export type VerdictCounts = Readonly<Record<Verdict, number>>;

/** Returns counts of nothing. */
export function noVerdicts(): VerdictCounts {
  return { stays: 0, sealed: 0, cut: 0, ...NOTHING_REMOVED };
}

/** Returns the sum of what was counted before and these. */
export function countedVerdicts(before: VerdictCounts, verdicts: readonly Verdict[]): VerdictCounts {
  const counts = { ...before };
  for (const verdict of verdicts) counts[verdict] += 1;
  return counts;
}

/** Says whether a verdict removes a thing from the copy. */
export function isRemoved(verdict: Verdict): verdict is RemovedBecause {
  return verdict !== "stays" && verdict !== "sealed" && verdict !== "cut";
}

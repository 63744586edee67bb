import type { Mechanism } from "./mechanism.ts";
import type { Policy } from "./policy.ts";
import type { PolicyPromise } from "./promise.ts";

/** Returns what keeps a promise, or a part of it; nothing for one that people keep or that does not apply. */
export function mechanismsOf({ kept }: PolicyPromise): readonly Mechanism[] {
  return "keptBy" in kept ? (kept.keptBy ?? []) : [];
}

/** Returns the ids of the promises that name an erasure scope. */
export function promisesOfScope(policy: Policy, scope: string): readonly string[] {
  return policy.promises
    .filter((promise) => mechanismsOf(promise).some((by) => by.mechanism === "erasure" && by.scope === scope))
    .map(({ id }) => id);
}

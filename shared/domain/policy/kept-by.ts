import type { Mechanism } from "./mechanism.ts";
import type { Policy } from "./policy.ts";
import type { PolicyPromise } from "./promise.ts";

/** Returns what keeps a promise, or a part of it; nothing for one that people keep or that does not apply. */
export function mechanismsOf({ kept }: PolicyPromise): readonly Mechanism[] {
  return "keptBy" in kept ? (kept.keptBy ?? []) : [];
}

/** Returns the ids of the promises that such a mechanism keeps, or a part of them. */
export function promisesKeptBy(policy: Policy, isSuch: (by: Mechanism) => boolean): readonly string[] {
  return policy.promises.filter((promise) => mechanismsOf(promise).some(isSuch)).map(({ id }) => id);
}

/** Returns the ids of the promises that name an erasure scope. */
export function promisesOfScope(policy: Policy, scope: string): readonly string[] {
  return promisesKeptBy(policy, (by) => by.mechanism === "erasure" && by.scope === scope);
}

/** Returns the ids of the promises that name a right. */
export function promisesOfRight(policy: Policy, right: string): readonly string[] {
  return promisesKeptBy(policy, (by) => by.mechanism === "right" && by.right === right);
}

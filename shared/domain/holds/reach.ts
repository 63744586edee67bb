import { promisesAbout } from "../policy/checks/promises-hurt.ts";
import type { Policy } from "../policy/policy.ts";
import { holdsSubjects, type SubjectStore } from "../policy/store.ts";
import type { Covers } from "./hold.ts";

/** A category that a hold asks for and may not stop the end of. */
export interface NotCovered {
  readonly category: string;
  /** The promises that a hold on it would break. */
  readonly promises: readonly string[];
}

/** What a hold comes to under a policy. */
export interface Reach {
  /** Stores in which it stops deletions; empty if the policy allows it nowhere. */
  readonly stores: readonly SubjectStore[];
  readonly notCovered: readonly NotCovered[];
}

/**
 * Returns the stores that a hold may reach, and what it asks for in vain.
 *
 * A store may be held if every category in it may: nothing tells its entries apart by category, and holding those of
 * a category whose end is promised would break that promise.
 */
export function reachOf(policy: Policy, { store, category }: Covers): Reach {
  const asked = policy.stores
    .filter(holdsSubjects)
    .filter(({ id }) => store === undefined || id === store)
    .filter(({ categories }) => category === undefined || categories.includes(category));
  const stores = asked.filter(({ categories }) => mayAllBeHeld(policy, categories));
  const reached = new Set(stores.flatMap(({ categories }) => categories));
  const categories = new Set(asked.flatMap((one) => one.categories));
  const notCovered = [...categories]
    .filter((one) => !reached.has(one))
    .map((one) => ({ category: one, promises: promisesAbout(policy, [one]) }));
  return { stores, notCovered };
}

/** Says whether the end of each of these categories may be stopped by a hold, with an exception that is published. */
export function mayAllBeHeld(policy: Policy, categories: readonly string[]): boolean {
  return categories.every((category) =>
    policy.retention.some(
      (rule) => rule.category === category && rule.holdable && rule.holdException !== undefined,
    ),
  );
}

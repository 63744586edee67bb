import type { Policy } from "../policy.ts";

/** Returns the ids of the promises that speak of one of these categories, in the order of the policy. */
export function promisesAbout(policy: Policy, categories: readonly string[]): readonly string[] {
  return policy.promises
    .filter(({ covers }) => covers.some((category) => categories.includes(category)))
    .map(({ id }) => id);
}

/** Returns the ids of the promises about what a store holds. */
export function promisesAboutStore(policy: Policy, storeId: string): readonly string[] {
  const held = policy.stores.filter(({ id }) => id === storeId).flatMap(({ categories }) => categories);
  return promisesAbout(policy, held);
}

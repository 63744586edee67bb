import type { Purpose } from "./category.ts";
import type { Policy } from "./policy.ts";

/** Returns the ids of the promises that rule out one of these uses of one of these categories. */
export function promisesThatForbid(
  policy: Policy,
  categories: readonly string[],
  uses: readonly Purpose[],
): readonly string[] {
  return policy.promises
    .filter(({ kept }) => kept.status !== "not-applicable")
    .filter(({ forbids }) => forbids.some((use) => uses.includes(use)))
    .filter(({ covers }) => covers.some((category) => categories.includes(category)))
    .map(({ id }) => id);
}

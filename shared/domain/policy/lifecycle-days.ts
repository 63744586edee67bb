import { limitHours, type RetentionRule } from "./retention-rule.ts";
import type { Store } from "./store.ts";

const DAY_HOURS = 24;

/** Retention rules by the category they are about. */
export type RetentionByCategory = ReadonlyMap<string, RetentionRule>;

/**
 * Returns after how many days from creation the lifecycle rule of a bucket store removes what is in it: the backstop
 * behind our own clock.
 *
 * @returns undefined if something in the store has no end that is counted from its creation; then it has no rule.
 */
export function lifecycleDays(store: Store, retention: RetentionByCategory): number | undefined {
  return longestOf(store, (category) => lifecycleDaysOf(category, retention));
}

/** Returns the same for one category: what must go within a day goes after one, whatever its limit counts from. */
export function lifecycleDaysOf(category: string, retention: RetentionByCategory): number | undefined {
  const hours = limitOf(category, retention);
  if (hours === undefined) return undefined;
  if (hours <= DAY_HOURS) return 1;
  return retention.get(category)?.limit?.from === "created" ? Math.ceil(hours / DAY_HOURS) : undefined;
}

/** Returns the limit of a category, in hours; undefined if it has none. */
export function limitOf(category: string, retention: RetentionByCategory): number | undefined {
  const rule = retention.get(category);
  return rule && limitHours(rule);
}

/** Returns the most of what is found for each category of a store; undefined if nothing is found for one of them. */
export function longestOf(
  store: Store,
  lengthOf: (category: string) => number | undefined,
): number | undefined {
  const lengths = store.categories.map(lengthOf);
  const known = lengths.filter((length) => length !== undefined);
  return known.length === lengths.length ? Math.max(...known) : undefined;
}

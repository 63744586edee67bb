import type { Policy } from "../shared/domain/policy/policy.ts";
import { limitHours, type RetentionRule } from "../shared/domain/policy/retention-rule.ts";
import type { Store } from "../shared/domain/policy/store.ts";

/** A store's categories end so differently that no one lifecycle rule can serve them; nothing was made. */
export class StoreExpiryMixed extends Error {
  override readonly name = "StoreExpiryMixed";
}

const DAY_HOURS = 24;

/**
 * Returns after how many days from creation S3 may remove what is in a store: the backstop behind our own clock.
 *
 * S3 counts days from creation and rounds up to the next midnight UTC, so what it removes is up to a day late.
 *
 * @returns undefined if something in the store has no end that is counted from its creation.
 * @throws {StoreExpiryMixed} if something must go within a day and something else must not.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/intro-lifecycle-rules.html
 */
export function expiryDays(policy: Policy, store: Store): number | undefined {
  const days = store.categories.map((category) => daysOf(policy.retention, category));
  if (days.includes(1) && days.some((other) => other !== 1)) {
    throw new StoreExpiryMixed(
      `stores.${store.id}: holds a category that must go within 24 hours beside one that may stay; keep them in two stores.`,
    );
  }
  const known = days.flatMap((limit) => (limit === undefined ? [] : [limit]));
  return known.length === days.length ? Math.max(...known) : undefined;
}

function daysOf(rules: readonly RetentionRule[], category: string): number | undefined {
  const rule = rules.find((declared) => declared.category === category);
  const hours = rule && limitHours(rule);
  if (rule === undefined || hours === undefined) return undefined;
  if (hours <= DAY_HOURS) return 1;
  return rule.limit?.from === "created" ? Math.ceil(hours / DAY_HOURS) : undefined;
}

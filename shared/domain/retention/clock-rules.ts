import { longestHours } from "../policy/duration.ts";
import { shortestHours } from "../policy/longer-than.ts";
import { marginMinutesOf } from "../policy/mechanism-slack.ts";
import type { Policy } from "../policy/policy.ts";
import type { Fact, RetentionRule } from "../policy/retention-rule.ts";
import type { DynamodbStore, S3Store, Store } from "../policy/store.ts";
import type { IndexedStore } from "../policy/table-stores.ts";
import type { Buckets } from "./due-bucket.ts";
import type { ClockRule } from "./due-time.ts";

/** Facts that end an account and all it has: that is an erasure, not an expiry of single things. */
const ENDS_THE_ACCOUNT: readonly Fact[] = ["account-ended"];

/**
 * No limit is kept by a sweeper that has less than so many ticks for it. On AWS every margin is longer; where time runs
 * 3,600 times as fast, an hour is two ticks, and a sweep, its cold start and a look at the store take half of one each.
 */
const TICKS_OF_LEAD = 6;
/** A lead takes no more than this part of a limit. */
const LEAD_OF_LIMIT_MAX = 0.5;
const HOUR_MINUTES = 60;

/** A table whose items the clock deletes one by one: their key says whose they are, or an index does. */
export type ClockTable = DynamodbStore | IndexedStore;

/** A store whose things the clock deletes one by one. */
export type ClockStore = S3Store | ClockTable;

/** Returns the stores in which things end by themselves. */
export function clockStores(policy: Policy): readonly ClockStore[] {
  return policy.stores.filter(isClockStore).filter((store) => {
    const rule = clockRuleOf(policy, store);
    return rule.limit !== undefined || rule.earlierOn.length > 0;
  });
}

/** Returns the bucket or table of this name; undefined if the policy has none. */
export function clockStoreOf({ stores }: Policy, storeId: string): ClockStore | undefined {
  return stores.filter(isClockStore).find(({ id }) => id === storeId);
}

/** Returns what ends the things of a store: of the rules of its categories the shortest limit, every event, the widest margin. */
export function clockRuleOf(policy: Policy, store: Store): ClockRule {
  const rules = policy.retention.filter(({ category }) => store.categories.includes(category));
  const limits = rules.flatMap(({ limit }) => (limit ? [limit] : []));
  const [limit] = limits.sort((one, other) => longestHours(one.after) - longestHours(other.after));
  return {
    store: store.id,
    limit,
    earlierOn: [...new Set(rules.flatMap(({ earlierOn }) => earlierOn))].filter(
      (fact) => !ENDS_THE_ACCOUNT.includes(fact),
    ),
    // One that may not be saved must not live on because another may.
    savable: rules.length > 0 && rules.every(isSavable),
    marginMinutes: Math.max(0, ...rules.map(marginMinutesOf)),
  };
}

/**
 * Returns the same as the clock works by it that has such ticks: what has a limit is due as many of them before as the
 * sweeper needs, if the policy's margin is shorter.
 */
export function clockRuleAt(policy: Policy, store: Store, { bucketSeconds }: Buckets): ClockRule {
  const rule = clockRuleOf(policy, store);
  if (!rule.limit) return rule;
  const leadMinutes = (TICKS_OF_LEAD * bucketSeconds) / 60;
  const mostMinutes = shortestHours(rule.limit.after) * HOUR_MINUTES * LEAD_OF_LIMIT_MAX;
  return { ...rule, marginMinutes: Math.max(rule.marginMinutes, Math.min(leadMinutes, mostMinutes)) };
}

function isSavable({ savedMeans }: RetentionRule): boolean {
  return savedMeans !== undefined;
}

/** Says whether single items of a store can be on the clock, if a rule ends them. */
export function isClockTable(store: Store): store is ClockTable {
  return store.kind === "dynamodb" || store.kind === "dynamodb-index";
}

function isClockStore(store: Store): store is ClockStore {
  return store.kind === "s3" || isClockTable(store);
}

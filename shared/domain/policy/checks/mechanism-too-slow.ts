import { type Duration, durationText } from "../duration.ts";
import { mechanismsOf } from "../kept-by.ts";
import type { RetentionByCategory } from "../lifecycle-days.ts";
import { isLongerThan, shortestHours } from "../longer-than.ts";
import type { Mechanism } from "../mechanism.ts";
import { worstCaseHours } from "../mechanism-slack.ts";
import type { PolicyPromise } from "../promise.ts";
import type { Store } from "../store.ts";
import type { PolicyRule } from "./rule.ts";

export const mechanismTooSlow: PolicyRule = {
  id: "mechanism-too-slow",
  severity: "error",
  why: "What AWS removes by itself it removes late, so the data outlives the time that people were promised.",
  source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/intro-lifecycle-rules.html",
  remedy:
    "Bind the promise to the clock of each category that the store holds, or shorten what the store keeps until the worst case fits.",
  find: (policy) => {
    const stores = new Map(policy.stores.map((store) => [store.id, store]));
    const retention = new Map(policy.retention.map((rule) => [rule.category, rule]));
    return policy.promises.flatMap((promise) =>
      storesLeftToAws(promise, stores).flatMap(({ mechanism, store }) => {
        if (hasAnotherCause(promise, store, retention)) return [];
        const what = slowness(promise.within, mechanism, store, worstCaseHours(store, retention));
        if (what === undefined) return [];
        return [{ path: `promises.${promise.id}.kept`, what, promises: [promise.id] }];
      }),
    );
  },
};

const STORE_KINDS: Readonly<Record<StoreMechanism, readonly Store["kind"][]>> = {
  // What is told as soon as the clock has deleted waits for nobody's own time.
  "dropped-from-cache": [],
  lifecycle: ["s3"],
  "time-to-live": ["dynamodb", "dynamodb-index"],
  "log-retention": ["log-group"],
};

type StoreMechanism = Extract<Mechanism, { readonly store: string }>["mechanism"];

interface LeftToAws {
  readonly mechanism: Mechanism["mechanism"];
  readonly store: Store;
}

/** Returns the stores that nothing but AWS empties for a promise; our own clock beside it makes AWS the backstop. */
function storesLeftToAws(promise: PolicyPromise, stores: ReadonlyMap<string, Store>): readonly LeftToAws[] {
  if (promise.kept.status !== "bound") return [];
  const mechanisms = mechanismsOf(promise);
  const onTime = new Set(mechanisms.flatMap((by) => (by.mechanism === "clock" ? [by.category] : [])));
  return mechanisms.flatMap((by) => {
    if (!("store" in by)) return [];
    const store = stores.get(by.store);
    if (!store || !STORE_KINDS[by.mechanism].includes(store.kind)) return [];
    return store.categories.every((id) => onTime.has(id)) ? [] : [{ mechanism: by.mechanism, store }];
  });
}

/** Says whether the rules on limits already tell what is wrong: a category has no rule, or one above the promise. */
function hasAnotherCause(promise: PolicyPromise, store: Store, retention: RetentionByCategory): boolean {
  const { within } = promise;
  const covered = new Set(promise.covers);
  return store.categories.some((id) => {
    const rule = retention.get(id);
    if (rule === undefined) return true;
    if (within === undefined || !covered.has(id)) return false;
    return rule.limit === undefined || isLongerThan(rule.limit.after, within);
  });
}

function slowness(
  within: Duration | undefined,
  mechanism: LeftToAws["mechanism"],
  store: Store,
  worstHours: number | undefined,
): string | undefined {
  if (worstHours === undefined) return neverActs(within, mechanism, store);
  if (within === undefined || worstHours <= shortestHours(within)) return undefined;
  return `It is promised within ${durationText(within)}, but "${mechanism}" on ${store.id} takes up to ${worstHours} hours.`;
}

/** An item carries its own time to live, so without a promised time nothing can be said against it. */
function neverActs(
  within: Duration | undefined,
  mechanism: LeftToAws["mechanism"],
  store: Store,
): string | undefined {
  if (mechanism === "time-to-live" && within === undefined) return undefined;
  const counted = mechanism === "lifecycle" ? "a limit that counts from its creation" : "a limit";
  return `It is bound to "${mechanism}" on ${store.id}, which never acts: not everything in ${store.id} has ${counted}.`;
}

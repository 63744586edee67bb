import { mechanismsOf } from "../kept-by.ts";
import type { Mechanism } from "../mechanism.ts";
import type { Policy } from "../policy.ts";
import type { Store } from "../store.ts";
import type { PolicyRule } from "./rule.ts";

export const mechanismNamesNothing: PolicyRule = {
  id: "mechanism-names-nothing",
  severity: "error",
  why: "A promise that is bound to nothing is reported as kept while nobody keeps it.",
  source: "GDPR Art. 5(2): accountability",
  remedy: "Correct the name in keptBy, or declare in this policy what the mechanism works on.",
  find: (policy) => {
    const declared = declaredBy(policy);
    return policy.promises.flatMap((promise) =>
      mechanismsOf(promise).flatMap((by) => {
        const absent = absentFor(by, declared);
        if (absent === undefined) return [];
        const what = `It is bound to "${by.mechanism}", but this policy has no ${absent}.`;
        return [{ path: `promises.${promise.id}.kept`, what, promises: [promise.id] }];
      }),
    );
  },
};

type Declared = ReturnType<typeof declaredBy>;

function declaredBy(policy: Policy) {
  const { stores, categories, retention, isolatedProcessing } = policy;
  const ended = retention.filter(({ limit, earlierOn }) => limit !== undefined || earlierOn.length > 0);
  return {
    scopes: new Set<string>(policy.erasure.map(({ scope }) => scope)),
    stores: new Map(stores.map((store) => [store.id, store])),
    categories: new Map(categories.map((category) => [category.id, category])),
    retained: new Set(retention.map(({ category }) => category)),
    ended: new Set(ended.map(({ category }) => category)),
    reached: new Set(categories.map(({ id }) => id).filter((id) => isReached(id, policy))),
    isolated: new Set(isolatedProcessing?.categories),
    processors: new Set(policy.processors.map(({ id }) => id)),
    rights: new Set<string>(policy.rights.map(({ right }) => right)),
    owed: new Set(
      policy.rights.flatMap(({ right, deadlines }) => deadlines.map(({ what }) => `${right} ${what}`)),
    ),
    changes: new Set<string>(policy.notices.map(({ change }) => change)),
    consents: new Set<string>(policy.consents.map(({ purpose }) => purpose)),
  };
}

/** Says whether the clock gets at a category: at things in buckets and tables, else at whole accounts. */
function isReached(category: string, { stores, retention }: Policy): boolean {
  const kinds = stores.filter(({ categories }) => categories.includes(category)).map(({ kind }) => kind);
  // A category without any store, such as one that a third party has alone, is another rule's business.
  if (kinds.length === 0 || kinds.includes("s3") || kinds.includes("dynamodb")) return true;
  const limit = retention.find((rule) => rule.category === category)?.limit;
  return kinds.includes("cognito") && limit === undefined;
}

/** Returns what a mechanism would work on and is not declared; undefined if it is there. */
function absentFor(by: Mechanism, declared: Declared): string | undefined {
  switch (by.mechanism) {
    case "erasure":
      // A policy without the scope account is refused for that alone.
      if (by.scope === "account" || declared.scopes.has(by.scope)) return undefined;
      return `erasure scope ${by.scope}`;
    case "dropped-from-cache":
    case "lifecycle":
    case "time-to-live":
    case "log-retention":
      return absentStore(by, declared);
    case "clock":
      if (!declared.categories.has(by.category)) return absentCategory(by.category, declared);
      // A category without any retention rule is refused for that alone.
      // A category without any retention rule, or without a store, is refused for that alone.
      if (!declared.retained.has(by.category)) return undefined;
      if (!declared.ended.has(by.category)) {
        return `retention rule with a limit or an earlier event for the category ${by.category}`;
      }
      if (declared.reached.has(by.category)) return undefined;
      return `bucket or table for the category ${by.category}: the clock empties no log group, and no user pool by time`;
    case "isolated-processing":
      if (declared.isolated.has(by.category)) return absentCategory(by.category, declared);
      return `isolatedProcessing for the category ${by.category}`;
    case "re-identification-test":
      if (declared.categories.get(by.category)?.anonymised) return undefined;
      return `category ${by.category} with anonymised`;
    case "purpose-tags":
    case "encryption-required":
    case "identifier-removal":
      return absentCategory(by.category, declared);
    case "consent-gate":
      return declared.consents.has(by.purpose) ? undefined : `consent for the purpose ${by.purpose}`;
    case "send-guard":
      if (by.processor === undefined || declared.processors.has(by.processor)) return undefined;
      return `processor ${by.processor}`;
    case "right":
      return declared.rights.has(by.right) ? undefined : `right ${by.right}`;
    case "due-date":
      return declared.owed.has(`${by.right} ${by.what}`)
        ? undefined
        : `deadline to ${by.what} for the right ${by.right}`;
    case "report-of-minor":
      return declared.scopes.has("minor") ? undefined : "erasure for the scope minor";
    case "notice":
      return declared.changes.has(by.change) ? undefined : `notice for the change ${by.change}`;
    case "region-boundary":
    case "declared-places-only":
    case "published-tables":
    case "watched-copies":
      return undefined;
  }
}

type StoreMechanism = Extract<Mechanism, { readonly store: string }>;

const STORE_WORDS: Readonly<Record<StoreMechanism["mechanism"], string>> = {
  "dropped-from-cache": "store %s of the kind s3 with cachedBy.addresses",
  lifecycle: "store %s of the kind s3",
  "time-to-live": "store %s of the kind dynamodb with a timeToLiveAttribute",
  "log-retention": "store %s of the kind log-group",
};

function absentStore({ mechanism, store: id }: StoreMechanism, declared: Declared): string | undefined {
  return hasStoreFor(mechanism, declared.stores.get(id))
    ? undefined
    : STORE_WORDS[mechanism].replace("%s", id);
}

function hasStoreFor(mechanism: StoreMechanism["mechanism"], store: Store | undefined) {
  switch (mechanism) {
    case "dropped-from-cache":
      return store?.kind === "s3" && store.cachedBy?.addresses !== undefined;
    case "lifecycle":
      return store?.kind === "s3";
    case "time-to-live":
      return (
        (store?.kind === "dynamodb" || store?.kind === "dynamodb-index") &&
        store.timeToLiveAttribute !== undefined
      );
    case "log-retention":
      return store?.kind === "log-group";
  }
}

function absentCategory(id: string, declared: Declared): string | undefined {
  return declared.categories.has(id) ? undefined : `category ${id}`;
}

import type { Scope } from "../erasure/scope.ts";
import type { ErasureScope } from "./erasure-scope.ts";
import { storesErasedBy } from "./erasure-targets.ts";
import type { Policy } from "./policy.ts";
import { type DynamodbStore, holdsSubjects, type SubjectStore } from "./store.ts";

/** What an erasure keeps of each record in a store, why it may, and for how long. */
export interface Retention {
  readonly categories: readonly string[];
  readonly legalBasis: string;
  readonly retentionDays: number;
  readonly keeps: readonly string[];
  /** Says of a record when it was made: the end counts from then, and else from the erasure. */
  readonly createdAttribute?: string | undefined;
}

/** A table of which an erasure keeps a part of each record, under a pseudonym. */
export interface RetainedStore {
  readonly store: DynamodbStore;
  readonly retention: Retention;
}

type Retain = Extract<ErasureScope["categories"][string], { readonly effect: "retain" }>;

/** Scopes that end the account: what is kept afterwards belongs to nobody who could still sign in. */
const SCOPES_THAT_CUT: readonly Scope["kind"][] = ["account", "minor"];

/** Says whether a scope cuts what it retains; the others end no account and leave what they retain as it is. */
export function cutsWhatItRetains(scope: ErasureScope["scope"]): boolean {
  return SCOPES_THAT_CUT.includes(scope);
}

/** Returns the stores in which people can be found and of which a scope retains something, with what it says of each. */
export function storesWithRetained(
  policy: Policy,
  scope: ErasureScope["scope"],
): readonly { readonly store: SubjectStore; readonly category: string; readonly effect: Retain }[] {
  const effects = policy.erasure.find((declared) => declared.scope === scope)?.categories ?? {};
  return policy.stores.filter(holdsSubjects).flatMap((store) =>
    store.categories.flatMap((category) => {
      const effect = effects[category];
      return effect?.effect === "retain" ? [{ store, category, effect }] : [];
    }),
  );
}

/** Returns every store in which an erasure of this scope changes something: those it empties, and those it cuts. */
export function storesChangedBy(policy: Policy, scope: Scope): readonly SubjectStore[] {
  const cut = storesRetainedBy(policy, scope.kind).map(({ store }) => store);
  return [...storesErasedBy(policy, scope), ...cut];
}

/** Returns every store of whose records some erasure keeps a part, by its id. */
export function retainedByAnyScope(policy: Policy): ReadonlyMap<string, RetainedStore> {
  const retained = policy.erasure.flatMap(({ scope }) => storesRetainedBy(policy, scope));
  return new Map(retained.map((one) => [one.store.id, one]));
}

/** Returns the stores whose records a scope cuts and keeps; the checks refuse a policy that retains anything else. */
export function storesRetainedBy(policy: Policy, scope: ErasureScope["scope"]): readonly RetainedStore[] {
  if (!cutsWhatItRetains(scope)) return [];
  const retained = storesWithRetained(policy, scope);
  return policy.stores.flatMap((store) => {
    const [first, ...others] = retained.filter((one) => one.store.id === store.id);
    if (!first || store.kind !== "dynamodb") return [];
    const { legalBasis = "", retentionDays = 0, keeps = [], createdAttribute } = first.effect;
    const categories = [first, ...others].map(({ category }) => category);
    return [{ store, retention: { categories, legalBasis, retentionDays, keeps, createdAttribute } }];
  });
}

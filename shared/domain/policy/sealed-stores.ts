import type { Scope, ScopeKind } from "../erasure/scope.ts";
import type { RetainedCategory } from "./erasure-targets.ts";
import type { Policy } from "./policy.ts";
import { storesChangedBy } from "./retained-stores.ts";
import { holdsSubjects, type SubjectStore } from "./store.ts";

/** The scope that seals and deletes nothing. */
export const SEALING = "preserve-and-report" satisfies ScopeKind;

/** Returns the categories that the policy lets be preserved, each with its basis and for how long. */
export function categoriesSealed(policy: Policy): readonly RetainedCategory[] {
  const effects = policy.erasure.find(({ scope }) => scope === SEALING)?.categories ?? {};
  return Object.entries(effects).flatMap(([category, effect]) =>
    effect.effect === "retain"
      ? [{ category, legalBasis: effect.legalBasis ?? "", retentionDays: effect.retentionDays ?? 0 }]
      : [],
  );
}

/**
 * Returns the stores over which a seal stands: those that hold anything the policy lets be preserved. What else lies
 * beside it stays too, since nothing tells the entries of a store apart, and evidence that is gone cannot come back.
 */
export function storesSealed(policy: Policy): readonly SubjectStore[] {
  const sealed = new Set(categoriesSealed(policy).map(({ category }) => category));
  return policy.stores
    .filter(holdsSubjects)
    .filter(({ categories }) => categories.some((category) => sealed.has(category)));
}

/** Returns the stores that an erasure of this scope looks into: those that it empties, seals, or cuts. */
export function storesOfScope(policy: Policy, scope: Scope): readonly SubjectStore[] {
  return scope.kind === SEALING ? storesSealed(policy) : storesChangedBy(policy, scope);
}

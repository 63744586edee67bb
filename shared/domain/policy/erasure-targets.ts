import type { Scope } from "../erasure/scope.ts";
import type { ErasureScope } from "./erasure-scope.ts";
import type { Policy } from "./policy.ts";
import { limitHours } from "./retention-rule.ts";
import { holdsSubjects, itemsOf, type SubjectStore } from "./store.ts";

const DAY_HOURS = 24;

/** A category that an erasure keeps, why it may, and for how long. */
export interface RetainedCategory {
  readonly category: string;
  readonly legalBasis: string;
  readonly retentionDays: number;
}

/**
 * Returns the stores that a scope empties, of the person or of one thing of theirs: those of which every category is
 * erased, and in which the thing can be located.
 */
export function storesErasedBy(policy: Policy, scope: Scope): readonly SubjectStore[] {
  const category = scope.kind === "category" ? scope.category : undefined;
  const erased = categoriesErasedBy(policy, { scope: scope.kind, category });
  return policy.stores
    .filter(holdsSubjects)
    .filter((store) => locates(store, scope))
    .filter(({ categories }) => categories.every((held) => erased.has(held)));
}

/** Returns the categories that a scope erases: of a category scope the one that is named, with what was taken from it. */
export function categoriesErasedBy(
  policy: Policy,
  { scope, category }: { readonly scope: ErasureScope["scope"]; readonly category?: string | undefined },
): ReadonlySet<string> {
  const covered = category === undefined ? undefined : withDerived(policy, category);
  const erased = Object.entries(effectsOf(policy, scope)).filter(([, { effect }]) => effect === "erase");
  return new Set(erased.map(([id]) => id).filter((id) => covered === undefined || covered.has(id)));
}

/** Returns the categories of a face that can be erased by themselves, in the order of the policy. */
export function facialDataErased(policy: Policy): readonly string[] {
  const erased = categoriesErasedBy(policy, { scope: "category" });
  return policy.categories.filter(({ id, facial }) => facial && erased.has(id)).map(({ id }) => id);
}

function locates(store: SubjectStore, { kind }: Scope): boolean {
  if (kind === "processors" || kind === "preserve-and-report") return false;
  if (kind !== "project" && kind !== "page" && kind !== "image") return true;
  return itemsOf(store)?.[kind] !== undefined;
}

/** What was taken from a thing goes with it: landmarks with the photo. */
function withDerived(policy: Policy, category: string): ReadonlySet<string> {
  const covered = new Set([category]);
  for (let before = 0; before < covered.size; ) {
    before = covered.size;
    for (const { id, derivedFrom } of policy.categories) {
      if (derivedFrom !== undefined && covered.has(derivedFrom)) covered.add(id);
    }
  }
  return covered;
}

/** Returns the categories that a scope keeps or leaves to their retention rule. */
export function categoriesRetainedBy(
  policy: Policy,
  scope: ErasureScope["scope"],
): readonly RetainedCategory[] {
  return Object.entries(effectsOf(policy, scope)).flatMap(([category, effect]) =>
    retained(policy, category, effect),
  );
}

function retained(
  policy: Policy,
  category: string,
  effect: ErasureScope["categories"][string],
): readonly RetainedCategory[] {
  switch (effect.effect) {
    case "retain":
      return [{ category, legalBasis: effect.legalBasis ?? "", retentionDays: effect.retentionDays ?? 0 }];
    case "expire": {
      const legalBasis = "goes by itself when its retention period is over";
      return [{ category, legalBasis, retentionDays: limitDays(policy, category) }];
    }
    // The checks refuse an erasure that anonymises.
    case "anonymise":
    case "erase":
      return [];
  }
}

function limitDays(policy: Policy, category: string): number {
  const rule = policy.retention.find((declared) => declared.category === category);
  return Math.ceil(((rule && limitHours(rule)) ?? 0) / DAY_HOURS);
}

function effectsOf(policy: Policy, scope: ErasureScope["scope"]): ErasureScope["categories"] {
  return policy.erasure.find((declared) => declared.scope === scope)?.categories ?? {};
}

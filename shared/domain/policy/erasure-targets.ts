import type { ErasureScope } from "./erasure-scope.ts";
import type { Policy } from "./policy.ts";
import { limitHours } from "./retention-rule.ts";
import { holdsSubjects, type SubjectStore } from "./store.ts";

const DAY_HOURS = 24;

/** A category that an erasure keeps, why it may, and for how long. */
export interface RetainedCategory {
  readonly category: string;
  readonly legalBasis: string;
  readonly retentionDays: number;
}

/** Returns the stores that a scope empties: those of which every category is erased. */
export function storesErasedBy(policy: Policy, scope: ErasureScope["scope"]): readonly SubjectStore[] {
  const effects = effectsOf(policy, scope);
  return policy.stores
    .filter(holdsSubjects)
    .filter(({ categories }) => categories.every((category) => effects[category]?.effect === "erase"));
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
    // No scope that is carried out anonymises: the checks refuse a policy that says so.
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

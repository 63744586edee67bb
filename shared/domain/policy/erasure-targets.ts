import type { ErasureScope, Policy } from "./policy.ts";
import type { Store } from "./store.ts";

/** Returns the stores that a scope empties: those of which no category is retained. */
export function storesErasedBy(policy: Policy, scope: ErasureScope["scope"]): readonly Store[] {
  const effects = effectsOf(policy, scope);
  return policy.stores.filter(({ categories }) =>
    categories.every((category) => effects[category]?.effect === "erase"),
  );
}

/** Returns the categories that a scope keeps, with the basis for it and for how many days. */
export function categoriesRetainedBy(
  policy: Policy,
  scope: ErasureScope["scope"],
): readonly { readonly category: string; readonly legalBasis: string; readonly retentionDays: number }[] {
  return Object.entries(effectsOf(policy, scope)).flatMap(([category, effect]) =>
    effect.effect === "retain"
      ? [{ category, legalBasis: effect.legalBasis, retentionDays: effect.retentionDays }]
      : [],
  );
}

function effectsOf(policy: Policy, scope: ErasureScope["scope"]): ErasureScope["categories"] {
  return policy.erasure.find((declared) => declared.scope === scope)?.categories ?? {};
}

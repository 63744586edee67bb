import type { ErasureScope } from "../erasure-scope.ts";
import { holdsSubjects } from "../store.ts";
import { promisesAbout } from "./promises-hurt.ts";
import type { PolicyRule } from "./rule.ts";

export const storeErasedInPart: PolicyRule = {
  id: "store-erased-in-part",
  severity: "error",
  why: "A store is emptied of a person or left as it is, never in part, so what should go would stay.",
  source: "GDPR Art. 17(1): erasure",
  remedy:
    "Keep categories that end differently in different stores, or give them the same effect in the scope.",
  find: (policy) => {
    const declared = new Set(policy.categories.map(({ id }) => id));
    return policy.stores.filter(holdsSubjects).flatMap((store) => {
      const held = store.categories.filter((id) => declared.has(id));
      return policy.erasure.flatMap((scope) => {
        const effects = effectsOn(held, scope);
        if (!isPartial(effects)) return [];
        const listed = effects.map(([id, effect]) => `${id}: ${effect}`).join(", ");
        return [
          {
            path: `stores.${store.id}.categories`,
            what: `The scope ${scope.scope} erases one part of what ${store.id} holds and not the other (${listed}).`,
            promises: promisesAbout(policy, held),
          },
        ];
      });
    });
  },
};

type EffectOn = readonly [category: string, effect: string];

/** Leaves out what other rules refuse: silence of a scope that reaches everything, anonymising in the scope account. */
function effectsOn(held: readonly string[], { scope, categories }: ErasureScope): readonly EffectOn[] {
  // This scope reaches third parties only; our stores keep what they hold.
  if (scope === "processors") return [];
  const reachesEverything = scope === "account" || scope === "minor";
  return held.flatMap((id): readonly EffectOn[] => {
    const effect = categories[id]?.effect;
    if (effect === undefined) return reachesEverything ? [] : [[id, "not named"]];
    return effect === "anonymise" && scope === "account" ? [] : [[id, effect]];
  });
}

/** Says whether something would have to change in a store in which something else stays as it is. */
function isPartial(effects: readonly EffectOn[]): boolean {
  const distinct = new Set(effects.map(([, effect]) => effect));
  return distinct.size > 1 && (distinct.has("erase") || distinct.has("anonymise"));
}

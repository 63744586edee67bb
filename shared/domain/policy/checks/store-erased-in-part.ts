import type { ErasureScope } from "../erasure-scope.ts";
import { cutsWhatItRetains } from "../retained-stores.ts";
import { holdsSubjects } from "../store.ts";
import { promisesAbout } from "./promises-hurt.ts";
import type { PolicyRule } from "./rule.ts";

export const storeErasedInPart: PolicyRule = {
  id: "store-erased-in-part",
  severity: "error",
  why: "Nothing tells the records of a store apart by category: all of a person's are erased, cut alike, or left.",
  source: "GDPR Art. 17(1): erasure",
  remedy:
    "Keep categories that end differently in different stores, or give them the same effect in the scope.",
  find: (policy) => {
    const declared = new Set(policy.categories.map(({ id }) => id));
    return policy.stores.filter(holdsSubjects).flatMap((store) => {
      const held = store.categories.filter((id) => declared.has(id));
      return policy.erasure.flatMap((scope) => {
        const effects = effectsOn(held, scope);
        if (!isPartial(scope, effects)) return [];
        const listed = effects.map(([id, effect]) => `${id}: ${effect}`).join(", ");
        return [
          {
            path: `stores.${store.id}.categories`,
            what: `The scope ${scope.scope} does one thing to a part of what ${store.id} holds and another to the rest (${listed}).`,
            promises: promisesAbout(policy, held),
          },
        ];
      });
    });
  },
};

type EffectOn = readonly [category: string, effect: string];

/** Leaves out what other rules refuse: silence of a scope that reaches everything, and anonymising. */
function effectsOn(held: readonly string[], { scope, categories }: ErasureScope): readonly EffectOn[] {
  // This scope reaches third parties only; our stores keep what they hold.
  if (scope === "processors") return [];
  const reachesEverything = scope === "account" || scope === "minor";
  return held.flatMap((id): readonly EffectOn[] => {
    const effect = categories[id];
    if (effect === undefined) return reachesEverything ? [] : [[id, "not named"]];
    if (effect.effect === "anonymise") return [];
    // What is kept of a record for one duty is not what is kept for another.
    return [[id, cutsWhatItRetains(scope) ? effectText(effect) : effect.effect]];
  });
}

function effectText(effect: ErasureScope["categories"][string]): string {
  if (effect.effect !== "retain") return effect.effect;
  const { legalBasis, retentionDays, keeps } = effect;
  return ["retain", legalBasis, retentionDays && `${retentionDays} days`, keeps?.join("+")]
    .filter((part) => part !== undefined)
    .join(" ");
}

/** Says whether something would have to change in a store in which something else stays, or changes otherwise. */
function isPartial({ scope }: ErasureScope, effects: readonly EffectOn[]): boolean {
  const distinct = [...new Set(effects.map(([, effect]) => effect))];
  const changes = (effect: string) =>
    effect === "erase" || (cutsWhatItRetains(scope) && effect.startsWith("retain"));
  return distinct.length > 1 && distinct.some(changes);
}

import { type Decision, mayUse } from "../consents/decision.ts";
import type { Purpose } from "../policy/category.ts";
import type { Policy } from "../policy/policy.ts";
import type { Store } from "../policy/store.ts";

/**
 * Returns the purposes for which alone a store is there, if people decide on every one of them; none if it serves any
 * that needs no decision.
 */
export function purposesDecidedOn(policy: Policy, store: Store): readonly Purpose[] {
  const held = policy.categories.filter(({ id }) => store.categories.includes(id));
  const purposes = [...new Set(held.flatMap((category) => category.purposes))];
  const decidedOn = new Set(policy.consents.map(({ purpose }) => purpose));
  return purposes.every((purpose) => decidedOn.has(purpose)) ? purposes : [];
}

/** Says whether a person allows no use of what a store holds of them: it was gone or unused, and does not come back. */
export function isWhollyRefused(
  policy: Policy,
  decisions: ReadonlyMap<Purpose, Decision | undefined>,
  now: Date,
): boolean {
  if (decisions.size === 0) return false;
  return [...decisions].every(([purpose, decision]) => {
    const basis = policy.consents.find((consent) => consent.purpose === purpose)?.basis;
    return !mayUse(basis, decision, now).allowed;
  });
}

import { canonicalJson } from "../domain/canonical-json.ts";
import type { SealChange } from "../domain/holds/hold.ts";
import type { SealHold } from "../domain/holds/seal.ts";
import type { Actor } from "../domain/requests/erasure-request.ts";
import { maybeSamePerson } from "../domain/requests/same-person.ts";
import type { Clock, Holds } from "./ports.ts";

/** Whether two people want the same of a seal. */
export type Agreement = "agreed" | "needs-a-second-person" | "asked-by-the-same-person" | "changed-meanwhile";

/**
 * Finds out whether another person has asked for the same change of a seal; if nobody has, this one is the first, in
 * the place of whoever wanted something else. Two sessions of one role count as one person.
 */
export async function agreeOnSeal(
  { holds, clock }: { readonly holds: Holds; readonly clock: Clock },
  { holdId, seal }: SealHold,
  change: SealChange,
  by: Actor,
): Promise<Agreement> {
  const { asked } = seal;
  if (asked && canonicalJson(asked.change) === canonicalJson(change)) {
    return maybeSamePerson(asked.by, by) ? "asked-by-the-same-person" : "agreed";
  }
  const mine = { change, by, at: clock.now().toISOString() };
  const stored = await holds.changeSeal(holdId, { ...seal, asked: mine });
  return stored ? "needs-a-second-person" : "changed-meanwhile";
}

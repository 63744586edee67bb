import { type ClockRule, type Life, livesOf } from "../retention/due-time.ts";
import { type FactSet, factText, type ToldFact } from "../retention/told-fact.ts";
import type { RestoredThing } from "./restored-thing.ts";

/**
 * Returns the life that a thing of a copy lived when the copy was made: the same pure function of the same facts as the
 * clock's, so that what was over then or has ended since is over now. A key that lived again later has another life.
 *
 * @param facts what is on record of it, if anything is.
 * @param copiedAt when the copy was made, ISO 8601 UTC: what is in it was stored by then.
 * @returns undefined if nothing says when it was stored.
 */
export function lifeInCopy(
  rule: ClockRule,
  facts: FactSet | undefined,
  { storedAt, retained }: Pick<RestoredThing, "storedAt" | "retained">,
  copiedAt: string,
): Life | undefined {
  const seen: ToldFact[] = [];
  if (storedAt !== undefined) seen.push({ fact: "created", at: storedAt });
  if (retained) {
    seen.push({ fact: "created", at: retained.madeAt ?? copiedAt });
    seen.push({ fact: "retained-until", at: retained.until });
  }
  const all = new Set([...(facts ?? []), ...seen.map(factText)]);
  return livesOf(rule, all).findLast(({ createdAt }) => createdAt <= copiedAt);
}

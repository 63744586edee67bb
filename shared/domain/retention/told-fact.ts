import { z } from "zod";
import { FactSchema } from "../policy/retention-rule.ts";

/**
 * What can be told about a thing: the facts of the rules, that somebody saved it, and that a law keeps it, cut and under
 * a pseudonym, until a moment that lies ahead.
 */
export const LifeFactSchema = z.enum([...FactSchema.options, "saved", "retained-until"]);
export type LifeFact = z.infer<typeof LifeFactSchema>;

/** A fact with its moment, ISO 8601 UTC with milliseconds. */
export const ToldFactSchema = z.strictObject({ fact: LifeFactSchema, at: z.iso.datetime({ precision: 3 }) });
export type ToldFact = z.infer<typeof ToldFactSchema>;

/**
 * All that was told about a thing, each fact as a text. A set that only grows: in whatever order, how often and how
 * late facts arrive, it comes to be the same.
 */
export type FactSet = ReadonlySet<string>;

/** More came of re-uploads than anybody needs: {@link compactedFacts} says which go. */
export const FACTS_KEPT_MAX = 36;

/** Returns a fact as the set holds it: `created@2026-11-24T16:17:25.123Z`. */
export function factText({ fact, at }: ToldFact): string {
  return `${fact}@${at}`;
}

/**
 * Returns the facts of a set in the order of their moments.
 *
 * @throws {ZodError} if something else is in the set: it was changed by hand.
 */
export function toldFacts(facts: FactSet): readonly ToldFact[] {
  const told: ToldFact[] = [];
  for (const text of facts) told.push(toldFact(text));
  return told.length > 1 ? told.sort(inOrder) : told;
}

function toldFact(text: string): ToldFact {
  const sign = text.indexOf("@");
  return ToldFactSchema.parse({ fact: text.slice(0, sign), at: text.slice(sign + 1) });
}

/** Letters, digits and signs of the same places: nothing here needs a language's order, which takes longer. */
function inOrder(one: ToldFact, other: ToldFact): number {
  if (one.at !== other.at) return one.at < other.at ? -1 : 1;
  if (one.fact === other.fact) return 0;
  return one.fact < other.fact ? -1 : 1;
}

import type { ClockRule } from "./due-time.ts";
import { currentLife, limitDueAt } from "./due-time.ts";
import { type FactSet, factText, type ToldFact, toldFacts } from "./told-fact.ts";

/**
 * Returns the facts of a key without those that decide nothing any more: what came of lives that are over, and of each
 * kind all but the first and the last since the current life began, and the last that comes before its limit.
 *
 * The current life is the same, and stays the same whatever is told from then on.
 */
export function compactedFacts(rule: ClockRule, facts: FactSet): FactSet {
  const life = currentLife(rule, facts);
  if (!life) return facts;
  const since = toldFacts(facts).filter(({ at }) => at >= life.createdAt);
  const limitAt = limitDueAt(rule, life.createdAt, since)?.dueAt;
  const inTime = limitAt === undefined ? since : since.filter(({ at }) => at < limitAt);
  const deciding = [
    ...lastOfEachKind(since.toReversed()),
    ...lastOfEachKind(since),
    ...lastOfEachKind(inTime),
  ];
  return new Set(deciding.map(factText));
}

function lastOfEachKind(told: readonly ToldFact[]): readonly ToldFact[] {
  return [...new Map(told.map((one) => [one.fact, one])).values()];
}

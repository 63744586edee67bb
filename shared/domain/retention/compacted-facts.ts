import { type ClockRule, limitDueAt, livesOf } from "./due-time.ts";
import { type FactSet, factText, type ToldFact, toldFacts } from "./told-fact.ts";

/**
 * Returns the facts of a key without those that decide nothing any more: what came of lives before the last one that is
 * over, and of each kind all but the first and the last of a life.
 *
 * The current life is the same, and stays the same whatever is told from then on. Of the life before it is kept what
 * began and ended it: else something that comes late of that time would pass for its beginning, and the current life
 * would begin, and end, later.
 */
export function compactedFacts(rule: ClockRule, facts: FactSet): FactSet {
  const [current, before] = livesOf(rule, facts).toReversed();
  if (!current) return facts;
  const told = toldFacts(facts);
  const since = told.filter(({ at }) => at >= current.createdAt);
  const over = told.filter(({ at }) => before && at >= before.createdAt && at < current.createdAt);
  return new Set([...decidingOf(rule, over), ...decidingOf(rule, since)].map(factText));
}

/** Returns of the facts of one life the first and last of each kind, and what was said last of saving before its limit. */
function decidingOf(rule: ClockRule, told: readonly ToldFact[]): readonly ToldFact[] {
  const [first] = told;
  if (!first) return [];
  const limitAt = limitDueAt(rule, first.at, told)?.dueAt;
  const said = told.filter(({ fact }) => fact === "saved" || fact === "un-saved");
  const inTime = said.filter(({ at }) => limitAt === undefined || at < limitAt);
  return [...lastOfEachKind(told.toReversed()), ...lastOfEachKind(told), ...lastOfEachKind(inTime)];
}

function lastOfEachKind(told: readonly ToldFact[]): readonly ToldFact[] {
  return [...new Map(told.map((one) => [one.fact, one])).values()];
}

import { WRITER_AHEAD_MAX_MINUTES } from "./believable-date.ts";
import type { ClockedService } from "./clocked-service.ts";
import { isoText } from "./iso-text.ts";

const SHORTEST_MINUTES = 15;
const LONGEST_MINUTES = 24 * 60;

/**
 * Returns how often every store is listed: twice within the smallest margin, so that what no event told of is found and
 * gone before its promise, but not more than each quarter of an hour and at least once a day.
 */
export function reconciledEveryMinutes({ stores }: Pick<ClockedService, "stores">): number {
  const margins = [...stores.values()].flatMap(({ rule }) => (rule.limit ? [rule.marginMinutes] : []));
  return Math.max(SHORTEST_MINUTES, Math.min(LONGEST_MINUTES, ...margins.map((minutes) => minutes / 2)));
}

/**
 * Returns from when on something counts as stored that a look shows, that nobody told of and that its store does not date.
 *
 * A margin makes up for the time since the listing before, during which it may have been stored, but not where a limit is
 * counted in months and one ends in between: a month from 28 February is over on 28 March, and one from 1 March on 1 April.
 * There it counts from that listing, by a clock that is ahead.
 *
 * @param now of the look; the answer is ISO 8601 UTC as well.
 */
export function undatedSince(service: Pick<ClockedService, "stores">, store: string, now: Date): string {
  const after = service.stores.get(store)?.rule.limit?.after;
  const isInMonths = after !== undefined && "months" in after;
  const minutes = isInMonths ? reconciledEveryMinutes(service) + WRITER_AHEAD_MAX_MINUTES : 0;
  return isoText(now.getTime() - minutes * 60_000);
}

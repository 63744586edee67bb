import type { ClockedService } from "./clocked-service.ts";

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

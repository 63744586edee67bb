const DAY_MS = 86_400_000;
/** A vendor needs some days for a letter, which is what is left when its API does not answer. */
const MARGIN_MAX_MS = 3 * DAY_MS;

/**
 * Returns when an API that does not do as it is asked is given up and a person asks instead, ISO 8601 UTC: so long before
 * the answer is owed that there is time for a letter, and never before half of the time is over.
 *
 * @param askedAt and `owedAt`: ISO 8601 UTC.
 */
export function givenUpAt(askedAt: string, owedAt: string): string {
  const [from, to] = [Date.parse(askedAt), Date.parse(owedAt)];
  return new Date(to - Math.min(MARGIN_MAX_MS, Math.max(0, to - from) / 2)).toISOString();
}

const DAY_MS = 86_400_000;
/** Servers try for four to five days to hand a mail on (RFC 5321 section 4.5.4.1), and clocks are off by hours. */
const ON_ITS_WAY_DAYS_MAX = 7;

/** How long a mail is remembered, so that it is not taken in again: until it is old, and a day more. */
export const REMEMBERED_DAYS = ON_ITS_WAY_DAYS_MAX + 1;

/**
 * Whether a mail was written longer ago than any server keeps it on its way: somebody may have kept a signed one to send it
 * again.
 *
 * @param dated by its Date field; undefined says nothing.
 * @param arrivedAt by the clock of the server that took it, ISO 8601 UTC; undefined if that is not known.
 */
export function isStale(dated: string | undefined, arrivedAt: string | undefined): boolean {
  if (dated === undefined || arrivedAt === undefined) return false;
  return Date.parse(arrivedAt) - Date.parse(dated) > ON_ITS_WAY_DAYS_MAX * DAY_MS;
}

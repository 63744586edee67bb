/**
 * As many erasures as one member of staff opens or approves in a clock hour: more is no support case but a script or a
 * mistake, and waits for the next hour.
 */
export const STAFF_REQUESTS_PER_HOUR_MAX = 20;

/** After so many starts in a clock hour everything stops, until two people have looked and let it go on. */
export const STARTS_PER_HOUR_UNTIL_BREAK = 2_000;

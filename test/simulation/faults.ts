const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** What goes wrong in a run, by chance or at a time. */
export interface Faults {
  /** Share of notifications of a store that never come. */
  readonly lostShare: number;
  /** Share of events of the service that never come; un-saving is not lost, since nothing else would ever tell. */
  readonly lostOfServiceShare: number;
  readonly doubledShare: number;
  /** Share of events that overtake each other, by up to ten minutes. */
  readonly shuffledShare: number;
  /** Share of events that come days late, up to {@link LATE_MAX_MS}. */
  readonly lateShare: number;
  /** Share of keys that a store refuses in an answer of 200, and of calls that fail as a whole. */
  readonly refusedShare: number;
  readonly failedCallShare: number;
  /** Deletions that a store takes a second, as a share of what is uploaded in a day; 0: as many as S3 takes. */
  readonly throttledShare: number;
  /** By how much the clock of each function may be wrong, either way. */
  readonly skewMs: number;
  /** Share of calls of a port at which the process dies, before or after. */
  readonly killedShare: number;
  /** When what does not run at all. */
  readonly outages: readonly Outage[];
}

/** A stretch of time in which some functions do not run. */
export interface Outage {
  readonly what: "sweeper" | "reconciler" | "intake";
  /** After the start of the run. */
  readonly fromHour: number;
  readonly hours: number;
}

/** Queue and dead letters keep an event for so long. */
export const LATE_MAX_MS = 14 * DAY_MS;
export const SHUFFLED_MAX_MS = 10 * MINUTE_MS;

/** Nothing goes wrong. */
export const NO_FAULTS: Faults = {
  lostShare: 0,
  lostOfServiceShare: 0,
  doubledShare: 0,
  shuffledShare: 0,
  lateShare: 0,
  refusedShare: 0,
  failedCallShare: 0,
  throttledShare: 0,
  skewMs: 0,
  killedShare: 0,
  outages: [],
};

/** Everything goes wrong at once, each for less than the smallest margin of an hour. */
export const SHORT_FAULTS: Faults = {
  lostShare: 0.01,
  lostOfServiceShare: 0.005,
  doubledShare: 0.02,
  shuffledShare: 0.05,
  lateShare: 0.005,
  refusedShare: 0.01,
  failedCallShare: 0.005,
  throttledShare: 0.005,
  skewMs: 10 * MINUTE_MS,
  killedShare: 0.0005,
  outages: [
    { what: "sweeper", fromHour: 50, hours: 0.5 },
    { what: "intake", fromHour: 100, hours: 6 },
    { what: "reconciler", fromHour: 200, hours: 0.4 },
  ],
};

/** The same, and for 26 hours no sweeper runs; stores take as much as S3 does, since each listing is one moment here. */
export const WITHOUT_SWEEPER_FAULTS: Faults = {
  ...SHORT_FAULTS,
  throttledShare: 0,
  outages: [{ what: "sweeper", fromHour: 60, hours: 26 }],
};

/** The same, and for 26 hours nothing is deleted at all. */
export const LONG_FAULTS: Faults = {
  ...SHORT_FAULTS,
  outages: [
    { what: "sweeper", fromHour: 60, hours: 26 },
    { what: "reconciler", fromHour: 60, hours: 26 },
  ],
};

/** Says whether something does not run at a moment. */
export function isOut({ outages }: Faults, what: Outage["what"], sinceStartMs: number): boolean {
  return outages.some(
    (outage) =>
      outage.what === what &&
      sinceStartMs >= outage.fromHour * HOUR_MS &&
      sinceStartMs < (outage.fromHour + outage.hours) * HOUR_MS,
  );
}

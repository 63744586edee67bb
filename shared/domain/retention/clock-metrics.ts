import { WRITER_AHEAD_MAX_MINUTES } from "./believable-date.ts";

/** A number that CloudWatch shows of the clock of a service, the worst of its stores, with when it calls a person. */
export interface ClockMetric {
  readonly unit: "Seconds" | "Count";
  /** Name of its alarm, under which docs/runbook.md says what to do. */
  readonly alarm: string;
  /** One sentence for whoever is called. */
  readonly means: string;
  /** More than this is too much. */
  readonly alarmAbove: (tick: Tick) => number;
  /** For so many minutes in a row. */
  readonly minutes: number;
  /** What no number at all says: that nothing runs, or nothing. */
  readonly silenceIs: "alarming" | "fine";
}

/** How long a tick is, by the clock of the service, and how often stores are listed. */
export interface Tick {
  readonly seconds: number;
  readonly reconciledEverySeconds: number;
}

const MINUTE = 60;

/**
 * At most ten, for each costs money every month: what there is to know of single stores and categories is in our own
 * table of measurements.
 */
export const CLOCK_METRICS = {
  OverdueSeconds: {
    alarm: "clock-overdue",
    unit: "Seconds",
    means: "The last listing showed something that should have been gone by its published limit.",
    alarmAbove: () => 0,
    minutes: 1,
    silenceIs: "fine",
  },
  LatenessSeconds: {
    alarm: "clock-late",
    unit: "Seconds",
    means: "Something was deleted this long after the moment that was promised.",
    // What ends with an event is promised at once: it takes its way through a queue and up to two ticks.
    alarmAbove: ({ seconds }) => 15 * seconds,
    minutes: 1,
    silenceIs: "fine",
  },
  WaitingRows: {
    alarm: "clock-waiting",
    unit: "Count",
    means: "A store keeps refusing to delete what is due, or everything was stopped.",
    alarmAbove: () => 0,
    minutes: 15,
    silenceIs: "fine",
  },
  HeldThings: {
    alarm: "clock-held",
    unit: "Count",
    means: "Legal holds kept so many things today from being deleted when they were due.",
    alarmAbove: () => 0,
    minutes: 1,
    silenceIs: "fine",
  },
  ReconcilerFinds: {
    alarm: "clock-missed",
    unit: "Count",
    means: "The reconciler deleted so many things today that the sweeper had missed.",
    alarmAbove: () => 0,
    minutes: 1,
    silenceIs: "fine",
  },
  SweeperDelaySeconds: {
    alarm: "clock-behind",
    unit: "Seconds",
    means: "The sweeper is this far behind, or does not run at all: what is due stays.",
    // Writers may be behind by as much as the sweeper is ahead, for which the watermark waits.
    alarmAbove: ({ seconds }) => 2 * WRITER_AHEAD_MAX_MINUTES * MINUTE + 15 * seconds,
    minutes: 3,
    silenceIs: "alarming",
  },
  ListingAgeSeconds: {
    alarm: "clock-unlisted",
    unit: "Seconds",
    means: "A store has not been listed to the end for so long: what no event told of is not found.",
    alarmAbove: ({ reconciledEverySeconds, seconds }) => 3 * reconciledEverySeconds + 15 * seconds,
    minutes: 1,
    silenceIs: "fine",
  },
  CanaryAgeSeconds: {
    alarm: "clock-canary",
    unit: "Seconds",
    means: "A canary is this old and still there, though its time is over.",
    alarmAbove: () => 0,
    minutes: 1,
    silenceIs: "fine",
  },
  RightsRequestsDueSoon: {
    alarm: "rights-due-soon",
    unit: "Count",
    means: "So many rights requests wait for an answer that has taken half of its time or more.",
    alarmAbove: () => 0,
    minutes: 1,
    silenceIs: "fine",
  },
  RightsRequestsOverdue: {
    alarm: "rights-overdue",
    unit: "Count",
    means: "So many rights requests were not answered by the date that was promised.",
    alarmAbove: () => 0,
    minutes: 1,
    silenceIs: "fine",
  },
} as const satisfies Record<string, ClockMetric>;

export type ClockMetricName = keyof typeof CLOCK_METRICS;

/** Under this name CloudWatch keeps them. */
export const METRIC_NAMESPACE = "Lethe";
/** Tells the services of one account apart. */
export const METRIC_DIMENSION = "Service";

import {
  CLOCK_METRICS,
  type ClockMetric,
  type ClockMetricName,
} from "../../shared/domain/retention/clock-metrics.ts";
import type { Metrics } from "../../shared/operations/ports.ts";

/** When an alarm called somebody, first and last. */
export interface Raised {
  readonly firstMs: number;
  lastMs: number;
}

/** The alarms of the clock, as CloudWatch looks at them each minute. */
export interface Alarms extends Metrics {
  /** Looks at what was told in the minute that ends now. */
  minuteEnds(nowMs: number): void;
  /** By the name of the alarm. */
  readonly raised: ReadonlyMap<string, Raised>;
}

/** Returns the alarms of a clock that ticks each minute. */
export function alarms(reconciledEverySeconds: number): Alarms {
  const rules = Object.entries<ClockMetric>(CLOCK_METRICS).map(([name, metric]) => ({
    name,
    metric,
    above: metric.alarmAbove({ seconds: 60, reconciledEverySeconds }),
    minutesInARow: 0,
  }));
  const raised = new Map<string, Raised>();
  let told = new Map<string, number>();
  const raise = (alarm: string, nowMs: number): void => {
    const known = raised.get(alarm);
    if (known) known.lastMs = nowMs;
    else raised.set(alarm, { firstMs: nowMs, lastMs: nowMs });
  };
  return {
    raised,
    async put(values) {
      for (const [name, value] of Object.entries(values))
        told.set(name, Math.max(value, told.get(name) ?? value));
    },
    minuteEnds(nowMs) {
      for (const rule of rules) {
        const value = told.get(rule.name);
        const isBad = value === undefined ? rule.metric.silenceIs === "alarming" : value > rule.above;
        rule.minutesInARow = isBad ? rule.minutesInARow + 1 : 0;
        if (rule.minutesInARow >= rule.metric.minutes) raise(rule.metric.alarm, nowMs);
      }
      told = new Map();
    },
  };
}

/** So that a test which asks for an alarm that there is not does not compile. */
export type AlarmName = (typeof CLOCK_METRICS)[ClockMetricName]["alarm"];

import { Duration } from "aws-cdk-lib";
import {
  Alarm,
  ComparisonOperator,
  Dashboard,
  GraphWidget,
  type IMetric,
  Metric,
  Stats,
  TreatMissingData,
} from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import type { ITopic } from "aws-cdk-lib/aws-sns";
import { Construct } from "constructs";
import type { CompiledPolicy } from "../../shared/domain/policy/compile-policy.ts";
import {
  CLOCK_METRICS,
  type ClockMetric,
  METRIC_DIMENSION,
  METRIC_NAMESPACE,
} from "../../shared/domain/retention/clock-metrics.ts";
import { clockedService } from "../../shared/domain/retention/clocked-service.ts";
import { bucketsAt } from "../../shared/domain/retention/due-bucket.ts";
import { reconciledEveryMinutes } from "../../shared/domain/retention/reconcile-interval.ts";
import type { ScaledTime } from "../scaled-time.ts";
import type { EventQueue } from "./event-queue.ts";

/** An event that waited so long was not taken: the margins count on less. */
const OLDEST_EVENT_MINUTES = 15;
const WIDGETS_IN_A_ROW = 3;
const WIDGET_WIDTH = 24 / WIDGETS_IN_A_ROW;

/** What calls a person when the clock does not keep time, each with an entry of its name in docs/runbook.md. */
export class ClockAlarms extends Construct {
  constructor(
    scope: Construct,
    id: string,
    props: {
      readonly compiled: CompiledPolicy;
      readonly time: ScaledTime | undefined;
      readonly queues: readonly EventQueue[];
      /** All alarms of the service ring on it. */
      readonly topic: ITopic;
    },
  ) {
    super(scope, id);
    const { policy } = props.compiled;
    const service = policy.service.id;
    const buckets = bucketsAt(props.time?.scale ?? 1);
    const clocked = clockedService(props.compiled, "", buckets);
    const tick = {
      seconds: buckets.bucketSeconds,
      reconciledEverySeconds: reconciledEveryMinutes(clocked) * 60,
    };
    const rung = { service, topic: props.topic };
    const metrics = Object.entries(CLOCK_METRICS).map(([name, declared]): [string, ClockMetric, Metric] => [
      name,
      declared,
      metricOf(name, service),
    ]);
    for (const [, declared, metric] of metrics) {
      this.alarm(rung, declared.alarm, metric, declared.means, {
        above: declared.alarmAbove(tick),
        minutes: declared.minutes,
        missing:
          declared.silenceIs === "alarming" ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
      });
    }
    for (const { node, queue, deadLetters } of props.queues) {
      const period = Duration.minutes(1);
      this.alarm(
        rung,
        `${node.id}-waiting`,
        queue.metricApproximateAgeOfOldestMessage({ period }),
        "An event waits for so long in the queue: nothing takes it, or not fast enough.",
        { above: OLDEST_EVENT_MINUTES * 60, minutes: 1, missing: TreatMissingData.NOT_BREACHING },
      );
      this.alarm(
        rung,
        `${node.id}-dead`,
        deadLetters.metricApproximateNumberOfMessagesVisible({ period }),
        "Events could not be recorded: what they told is found by the reconciler, unless it ends something early.",
        { above: 0, minutes: 1, missing: TreatMissingData.NOT_BREACHING },
      );
    }
    dashboard(this, service, metrics);
  }

  private alarm(
    { service, topic }: { readonly service: string; readonly topic: ITopic },
    name: string,
    metric: IMetric,
    means: string,
    {
      above,
      minutes,
      missing,
    }: { readonly above: number; readonly minutes: number; readonly missing: TreatMissingData },
  ): void {
    const alarmName = `lethe-${service}-${name}`;
    const alarm = new Alarm(this, name, {
      alarmName,
      alarmDescription: `${means} What to do: docs/runbook.md#${name}`,
      metric,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      threshold: above,
      evaluationPeriods: minutes,
      treatMissingData: missing,
    });
    alarm.addAlarmAction(new SnsAction(topic));
  }
}

function metricOf(metricName: string, service: string): Metric {
  return new Metric({
    namespace: METRIC_NAMESPACE,
    metricName,
    dimensionsMap: { [METRIC_DIMENSION]: service },
    statistic: Stats.MAXIMUM,
    period: Duration.minutes(1),
  });
}

function dashboard(
  scope: Construct,
  service: string,
  metrics: readonly (readonly [string, ClockMetric, Metric])[],
): void {
  const board = new Dashboard(scope, "dashboard", { dashboardName: `lethe-${service}-clock` });
  for (let at = 0; at < metrics.length; at += WIDGETS_IN_A_ROW) {
    board.addWidgets(
      ...metrics
        .slice(at, at + WIDGETS_IN_A_ROW)
        .map(([name, , metric]) => new GraphWidget({ title: name, left: [metric], width: WIDGET_WIDTH })),
    );
  }
}

import { Duration } from "aws-cdk-lib";
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import type { StateMachine } from "aws-cdk-lib/aws-stepfunctions";
import { Construct } from "constructs";
import { type AlarmRow, alarmRows, runbookEntry } from "../alarms.ts";
import type { FunctionName } from "../functions.ts";

/** What alarms look at. */
export interface Alarming {
  readonly service: string;
  readonly undelivered: IQueue;
  readonly stateMachine: StateMachine;
  readonly functions: Readonly<Record<FunctionName, IFunction>>;
  /** Who is told by mail, if anybody; whoever else wants to know subscribes to the topic. */
  readonly tell?: string | undefined;
}

/** Every alarm of the table, and the topic that they ring on. */
export class Alarms extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string, props: Alarming) {
    super(scope, id);
    this.topic = new Topic(this, "topic", { topicName: `lethe-${props.service}-alarms`, enforceSSL: true });
    if (props.tell !== undefined) this.topic.addSubscription(new EmailSubscription(props.tell));
    for (const [name, row] of alarmRows()) this.ring(name, row, props);
  }

  private ring(name: string, row: AlarmRow, props: Alarming): void {
    const alarm = new Alarm(this, name, {
      alarmName: `lethe-${props.service}-${name}`,
      alarmDescription: `${row.what} What to do: ${runbookEntry(name)}`,
      metric: metricOf(row, props),
      threshold: row.threshold,
      evaluationPeriods: row.periods,
      comparisonOperator: row.fewer
        ? ComparisonOperator.LESS_THAN_THRESHOLD
        : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      // Nothing that is counted is nothing that failed; a drain that does not run counts nothing either.
      treatMissingData: row.fewer ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
  }
}

function metricOf({ source, periodMinutes }: AlarmRow, props: Alarming): IMetric {
  const period = Duration.minutes(periodMinutes);
  switch (source.of) {
    case "undelivered-calls":
      return props.undelivered.metricApproximateNumberOfMessagesVisible({ period, statistic: "Maximum" });
    case "runs":
      return props.stateMachine.metricFailed({ period, statistic: "Sum" });
    case "errors":
      return props.functions[source.function].metricErrors({ period, statistic: "Sum" });
    case "invocations":
      return props.functions[source.function].metricInvocations({ period, statistic: "Sum" });
  }
}

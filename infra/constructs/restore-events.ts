import { Duration } from "aws-cdk-lib";
import { Rule } from "aws-cdk-lib/aws-events";
import { LambdaFunction as LambdaTarget } from "aws-cdk-lib/aws-events-targets";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";

/** Calls that bring a copy back, by which service; what they made is found by listing as well, should an event be lost. */
const CALLS = [
  "RestoreTableFromBackup",
  "RestoreTableFromAwsBackup",
  "RestoreTableToPointInTime",
  "ImportTable",
  "StartRestoreJob",
];

/** How long EventBridge tries to deliver one: as long as it can. */
const TRIED_FOR = Duration.hours(24);
const TRIES_MAX = 185;

/**
 * Tells of restores that somebody makes by hand. CloudTrail puts calls on the bus only where a trail records them, which
 * is for the account to have.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail.html
 */
export class RestoreEvents extends Construct {
  constructor(scope: Construct, id: string, told: IFunction, undelivered: IQueue) {
    super(scope, id);
    new Rule(this, "recorded", {
      eventPattern: {
        source: ["aws.dynamodb", "aws.backup"],
        detailType: ["AWS API Call via CloudTrail"],
        detail: { eventName: CALLS },
      },
      targets: [
        new LambdaTarget(told, {
          deadLetterQueue: undelivered,
          maxEventAge: TRIED_FOR,
          retryAttempts: TRIES_MAX,
        }),
      ],
    });
  }
}

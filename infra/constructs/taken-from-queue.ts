import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import {
  EventSourceMapping,
  type EventSourceMappingOptions,
  type Function as LambdaFunction,
} from "aws-cdk-lib/aws-lambda";
import type { Construct } from "constructs";
import type { EventQueue } from "./event-queue.ts";

/** How many messages are taken at once. */
type Batches = Required<
  Pick<EventSourceMappingOptions, "batchSize" | "maxBatchingWindow" | "maxConcurrency">
>;

/** Makes a function take what comes; which of a batch failed comes again, and the third time it is a dead letter. */
export function takenFromQueue(
  scope: Construct,
  id: string,
  { queue }: EventQueue,
  target: LambdaFunction,
  batches: Batches,
): void {
  target.addToRolePolicy(
    new PolicyStatement({
      actions: ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"],
      resources: [queue.queueArn],
    }),
  );
  new EventSourceMapping(scope, id, {
    target,
    eventSourceArn: queue.queueArn,
    reportBatchItemFailures: true,
    ...batches,
  });
}

import { GetQueueAttributesCommand, ReceiveMessageCommand, type SQSClient } from "@aws-sdk/client-sqs";
import type { DeadLetters } from "../../operations/ports.ts";

/** SQS shows this many at once: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ReceiveMessage.html */
const SHOWN_MAX = 10;

/** Returns the calls that failed, in the queue to which they are sent; a look takes none of them away. */
export function sqsDeadLetters(
  sqs: SQSClient,
  queueUrl: string,
  now: () => Date = () => new Date(),
): DeadLetters {
  return {
    async count() {
      const { Attributes = {} } = await sqs.send(
        new GetQueueAttributesCommand({
          QueueUrl: queueUrl,
          AttributeNames: ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"],
        }),
      );
      const { ApproximateNumberOfMessages: waiting, ApproximateNumberOfMessagesNotVisible: inHand } =
        Attributes;
      return Number(waiting ?? 0) + Number(inHand ?? 0);
    },

    // The age is no attribute of a queue, only a metric that comes minutes late.
    async oldestAgeSeconds() {
      const { Messages = [] } = await sqs.send(
        new ReceiveMessageCommand({
          QueueUrl: queueUrl,
          MaxNumberOfMessages: SHOWN_MAX,
          MessageSystemAttributeNames: ["SentTimestamp"],
          VisibilityTimeout: 0,
        }),
      );
      const sent = Messages.flatMap(({ Attributes }) =>
        Attributes?.SentTimestamp === undefined ? [] : [Number(Attributes.SentTimestamp)],
      );
      if (sent.length === 0) return undefined;
      return Math.max(0, Math.round((now().getTime() - Math.min(...sent)) / 1000));
    },
  };
}

import { GetQueueAttributesCommand, type SQSClient } from "@aws-sdk/client-sqs";
import { comparable, isTrue, type Properties, type Settings } from "./settings.ts";

/** What SQS does where a template does not say. */
const FOUR_DAYS_SECONDS = 345_600;

/** Returns what a template wants of a queue. */
export function wantedOfQueue({ MessageRetentionPeriod, SqsManagedSseEnabled }: Properties): Settings {
  return {
    "retention in seconds": comparable(Number(MessageRetentionPeriod ?? FOUR_DAYS_SECONDS)),
    ...(SqsManagedSseEnabled === undefined
      ? {}
      : { "encryption by SQS": comparable(isTrue(SqsManagedSseEnabled)) }),
  };
}

/** Returns what a queue has. */
export async function foundInQueue(sqs: SQSClient, QueueUrl: string): Promise<Settings> {
  const { Attributes = {} } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ["All"] }),
  );
  return {
    "retention in seconds": comparable(Number(Attributes.MessageRetentionPeriod)),
    "encryption by SQS": comparable(isTrue(Attributes.SqsManagedSseEnabled)),
  };
}

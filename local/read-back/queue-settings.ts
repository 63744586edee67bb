import { GetQueueAttributesCommand, type SQSClient } from "@aws-sdk/client-sqs";
import { comparable, isTrue, member, type Properties, type Settings } from "./settings.ts";

/** What SQS does where a template does not say. */
const FOUR_DAYS_SECONDS = 345_600;

/** Returns what a template wants of a queue. */
export function wantedOfQueue(properties: Properties): Settings {
  const { MessageRetentionPeriod, SqsManagedSseEnabled } = properties;
  return {
    "receives until dead": receivesIn(properties.RedrivePolicy),
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
  const redrive: unknown = JSON.parse(Attributes.RedrivePolicy ?? "{}");
  return {
    "receives until dead": receivesIn(redrive),
    "retention in seconds": comparable(Number(Attributes.MessageRetentionPeriod)),
    "encryption by SQS": comparable(isTrue(Attributes.SqsManagedSseEnabled)),
  };
}

function receivesIn(redrive: unknown): string {
  const { maxReceiveCount } = member({ redrive }, "redrive");
  return comparable(maxReceiveCount === undefined ? undefined : Number(maxReceiveCount));
}

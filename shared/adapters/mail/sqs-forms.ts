import { SendMessageCommand, type SQSClient } from "@aws-sdk/client-sqs";
import type { FormQueue } from "../../operations/ports.ts";

/** Returns the queue from which mail is taken, for forms, which are taken there as well. */
export function sqsForms(sqs: SQSClient, QueueUrl: string): FormQueue {
  return {
    async send(message) {
      await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(message) }));
    },
  };
}

import { SendMessageCommand, type SQSClient } from "@aws-sdk/client-sqs";
import type { MailAgain } from "../../operations/ports.ts";

/** What a message that puts stored mail back says of itself. */
export const STORED_MAIL_SCHEMA = "lethe.stored-mail/1";

/** Returns the queue from which mail is taken, for mail that is stored and was not. */
export function sqsMailAgain(sqs: SQSClient, QueueUrl: string): MailAgain {
  return {
    async take(mail) {
      const MessageBody = JSON.stringify({ schema: STORED_MAIL_SCHEMA, ...mail });
      await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody }));
    },
  };
}

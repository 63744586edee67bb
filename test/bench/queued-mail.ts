import {
  LambdaClient,
  ListEventSourceMappingsCommand,
  UpdateEventSourceMappingCommand,
} from "@aws-sdk/client-lambda";
import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { GetQueueAttributesCommand, SendMessageBatchCommand, SQSClient } from "@aws-sdk/client-sqs";
import { LOCAL_CREDENTIALS } from "../../local/local-environment.ts";
import { MAIL_PREFIX } from "../../shared/domain/mail/stored-mail.ts";
import type { Service } from "../journeys/service.ts";

/** What one call of SQS takes. */
const BATCH = 10;
/** Calls that run beside each other. */
const BATCHES_AT_ONCE = 4;
const PASSED = { status: "PASS" };

/** Mail that waits to be taken in, on an embedded AWS. */
export interface QueuedMail {
  /** Stores so many mails of strangers, each of whom asks for an erasure, and tells of them as SES does. */
  queue(mails: number): Promise<void>;
  /** How many are not taken in yet. */
  waiting(): Promise<number>;
  /** Stops the taking of mail, and lets it go on. */
  setTaken(isTaken: boolean): Promise<void>;
}

/** Returns the mail queue of a service. */
export function queuedMail({ aws, output }: Service): QueuedMail {
  const config = { endpoint: aws.endpoint, region: output("Region"), credentials: LOCAL_CREDENTIALS };
  const [s3, sqs] = [new S3Client({ ...config, forcePathStyle: true }), new SQSClient(config)];
  const QueueUrl = output("MailQueueUrl");
  const lambda = new LambdaClient(config);
  const storeAndTell = async (ids: readonly string[]): Promise<void> => {
    const Bucket = output("MailBucket");
    await Promise.all(
      ids.map((id) =>
        s3.send(new PutObjectCommand({ Bucket, Key: `${MAIL_PREFIX}${id}`, Body: mailOf(id) })),
      ),
    );
    const Entries = ids.map((id) => ({ Id: id, MessageBody: notificationOf(id) }));
    const { Failed = [] } = await sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
    if (Failed.length > 0) throw new Error(`${Failed.length} mails could not be queued.`);
  };
  return {
    async queue(mails) {
      const ids = Array.from({ length: mails }, (_, at) => `queued-${at}`);
      const batches = Array.from({ length: Math.ceil(mails / BATCH) }, (_, at) =>
        ids.slice(at * BATCH, (at + 1) * BATCH),
      );
      for (let at = 0; at < batches.length; at += BATCHES_AT_ONCE)
        await Promise.all(batches.slice(at, at + BATCHES_AT_ONCE).map(storeAndTell));
    },
    async setTaken(isTaken) {
      const { Attributes: { QueueArn } = {} } = await sqs.send(
        new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ["QueueArn"] }),
      );
      const { EventSourceMappings = [] } = await lambda.send(
        new ListEventSourceMappingsCommand({ EventSourceArn: QueueArn }),
      );
      const [{ UUID } = {}] = EventSourceMappings;
      if (UUID === undefined) throw new Error("No function takes the mail of this queue.");
      await lambda.send(new UpdateEventSourceMappingCommand({ UUID, Enabled: isTaken }));
    },
    async waiting() {
      const { Attributes = {} } = await sqs.send(
        new GetQueueAttributesCommand({
          QueueUrl,
          AttributeNames: ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"],
        }),
      );
      return Object.values(Attributes).reduce((sum, count) => sum + Number(count), 0);
    },
  };
}

function mailOf(id: string): string {
  return [
    `From: ${id}@people.example`,
    `Message-ID: <${id}@people.example>`,
    `Date: ${new Date().toUTCString()}`,
    "Subject: Privacy Request",
    "Content-Type: text/plain; charset=utf-8",
    "",
    "Please delete my account.",
    "",
  ].join("\r\n");
}

function notificationOf(id: string): string {
  const receipt = {
    timestamp: new Date().toISOString(),
    recipients: [],
    ...{ spamVerdict: PASSED, virusVerdict: PASSED, spfVerdict: PASSED },
    ...{ dkimVerdict: PASSED, dmarcVerdict: PASSED },
    action: { type: "S3", objectKey: `${MAIL_PREFIX}${id}` },
  };
  const mail = { messageId: id, source: `${id}@people.example` };
  const Message = JSON.stringify({ notificationType: "Received", mail, receipt });
  return JSON.stringify({ Type: "Notification", Message });
}

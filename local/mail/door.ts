import { randomBytes } from "node:crypto";
import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { PublishCommand, SNSClient } from "@aws-sdk/client-sns";
import type { DNSResolver } from "mailauth";
import { SMTPServer, type SMTPServerSession } from "smtp-server";
import { MAIL_PREFIX } from "../../shared/domain/mail/stored-mail.ts";
import { LOCAL_CREDENTIALS } from "../local-environment.ts";
import { type ReceiptVerdicts, receiptVerdicts } from "./receipt-verdicts.ts";

/** As SES takes: https://docs.aws.amazon.com/ses/latest/dg/quotas.html */
export const MAIL_BYTES_MAX = 40 * 1024 * 1024;
const HOST = "inbound.localhost";
/** Replies of RFC 5321 and 1870. */
const REPLY = { noSuchMailbox: 550, tooLarge: 552, tryAgain: 451 } as const;

/** What the door puts mail into, and for whom it takes any. */
export interface MailDoorSettings {
  readonly aws: { readonly endpoint: string; readonly region: string };
  readonly bucket: string;
  readonly topicArn: string;
  readonly contact: string;
  readonly resolver: DNSResolver;
  readonly port?: number;
  readonly log: (line: string) => void;
}

/** A mail server on this machine that does what a receipt rule of SES does. */
export interface MailDoor {
  readonly port: number;
  stop(): Promise<void>;
}

/** Opens it on 127.0.0.1, on a free port unless one is named. */
export async function openMailDoor(settings: MailDoorSettings): Promise<MailDoor> {
  const config = { ...settings.aws, credentials: LOCAL_CREDENTIALS };
  const clients = { s3: new S3Client(config), sns: new SNSClient(config) };
  const server = new SMTPServer({
    name: HOST,
    banner: "mail door of the embedded AWS",
    size: MAIL_BYTES_MAX,
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    onRcptTo: ({ address }, _, done) => {
      const isOurs = address.toLowerCase() === settings.contact.toLowerCase();
      done(isOurs ? null : refusal("No such mailbox here.", REPLY.noSuchMailbox));
    },
    onData: (stream, session, done) => {
      bytesOf(stream)
        .then((raw) => {
          if (stream.sizeExceeded) throw refusal("The mail is too large.", REPLY.tooLarge);
          return received(settings, clients, session, raw);
        })
        .then((mailId) => done(null, `taken as ${mailId}`))
        .catch((error: unknown) => {
          if (error instanceof MailRefused) return done(error);
          settings.log(
            `A mail could not be taken: ${error instanceof Error ? error.message : String(error)}`,
          );
          return done(refusal("It could not be stored.", REPLY.tryAgain));
        });
    },
  });
  // A client that goes away in the middle ends nothing but its own connection.
  server.on("error", ({ message }) => settings.log(`The mail door: ${message}`));
  const port = await new Promise<number>((resolve, reject) => {
    server.once("error", reject);
    const listening = server.listen(settings.port ?? 0, "127.0.0.1", () => {
      server.off("error", reject);
      const address = listening.address();
      resolve(address !== null && typeof address === "object" ? address.port : 0);
    });
  });
  return { port, stop: () => new Promise((resolve) => server.close(resolve)) };
}

/** Stores a mail first, and then tells of it, so that nothing is told of that is not there. */
async function received(
  { bucket, topicArn, resolver }: MailDoorSettings,
  { s3, sns }: { readonly s3: S3Client; readonly sns: SNSClient },
  session: SMTPServerSession,
  raw: Buffer,
): Promise<string> {
  const mailId = randomBytes(20).toString("hex");
  const { mailFrom, rcptTo } = session.envelope;
  const sender = mailFrom === false ? "" : mailFrom.address;
  const helo = session.hostNameAppearsAs;
  const verdicts = await receiptVerdicts(
    { raw, clientIp: session.remoteAddress, helo, sender },
    { resolver, host: HOST },
  );
  const now = new Date();
  const before = `Return-Path: <${sender}>\r\n${verdicts.fields}`;
  await s3.send(
    new PutObjectCommand({
      Bucket: bucket,
      Key: `${MAIL_PREFIX}${mailId}`,
      Body: Buffer.concat([Buffer.from(before), raw]),
    }),
  );
  const told = notification({
    ...{ mailId, sender, now, verdicts, bucket, topicArn },
    recipients: rcptTo.map(({ address }) => address),
  });
  await sns.send(new PublishCommand({ TopicArn: topicArn, Message: JSON.stringify(told) }));
  return mailId;
}

/** @see https://docs.aws.amazon.com/ses/latest/dg/receiving-email-notifications-examples.html */
function notification({
  mailId,
  sender,
  now,
  recipients,
  verdicts: { verdicts, dmarcPolicy },
  bucket,
  topicArn,
}: {
  readonly mailId: string;
  readonly sender: string;
  readonly now: Date;
  readonly recipients: readonly string[];
  readonly verdicts: ReceiptVerdicts;
  readonly bucket: string;
  readonly topicArn: string;
}) {
  const statuses = Object.entries(verdicts).map(([name, status]) => [name, { status }] as const);
  return {
    notificationType: "Received",
    mail: {
      timestamp: now.toISOString(),
      source: sender,
      messageId: mailId,
      destination: recipients,
      // As SES does when they are many: whoever wants them reads the mail.
      headersTruncated: true,
      headers: [],
      commonHeaders: {},
    },
    receipt: {
      timestamp: now.toISOString(),
      processingTimeMillis: 0,
      recipients,
      ...Object.fromEntries(statuses),
      ...(dmarcPolicy === undefined ? {} : { dmarcPolicy }),
      action: {
        type: "S3",
        topicArn,
        bucketName: bucket,
        objectKeyPrefix: MAIL_PREFIX,
        objectKey: `${MAIL_PREFIX}${mailId}`,
      },
    },
  };
}

class MailRefused extends Error {
  override readonly name = "MailRefused";
  readonly responseCode: number;

  constructor(message: string, responseCode: number) {
    super(message);
    this.responseCode = responseCode;
  }
}

function refusal(message: string, responseCode: number): MailRefused {
  return new MailRefused(message, responseCode);
}

/** Reads to the end whatever comes, as the protocol asks; what is too much is not kept. */
async function bytesOf(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    bytes += chunk.length;
    if (bytes <= MAIL_BYTES_MAX) chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

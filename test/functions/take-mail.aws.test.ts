import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { PublishCommand, SNSClient } from "@aws-sdk/client-sns";
import { GetQueueAttributesCommand, SetQueueAttributesCommand, SQSClient } from "@aws-sdk/client-sqs";
import { DynamoDBDocumentClient, ScanCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LOCAL_CREDENTIALS } from "../../local/local-environment.ts";
import { openLocalMail, type RunningMail } from "../../local/mail/local-mail.ts";
import { sendDemoMail } from "../../local/mail/send-mail.ts";
import { s3StoredMail } from "../../shared/adapters/mail/s3-stored-mail.ts";
import { dynamodbMailRecords } from "../../shared/adapters/rights/dynamodb-mail-records.ts";
import { type Service, startService } from "../journeys/service.ts";

const POLL = { timeout: 30_000, interval: 200 } as const;
const MINUTE_MS = 60_000;
/** An hour is six seconds. */
const TIME_SCALE = 600;

describe("mail to the service, on an embedded AWS", () => {
  let service: Service;
  let mail: RunningMail;
  let records: ReturnType<typeof dynamodbMailRecords>;
  let clients: {
    readonly s3: S3Client;
    readonly sns: SNSClient;
    readonly sqs: SQSClient;
    readonly documents: DynamoDBDocumentClient;
  };

  beforeAll(async () => {
    service = await startService("dream-portraits", { timeScale: TIME_SCALE });
    const { aws, home } = service;
    const config = {
      endpoint: aws.endpoint,
      region: service.output("Region"),
      credentials: LOCAL_CREDENTIALS,
    };
    clients = {
      s3: new S3Client(config),
      sns: new SNSClient(config),
      sqs: new SQSClient(config),
      documents: DynamoDBDocumentClient.from(new DynamoDBClient(config)),
    };
    records = dynamodbMailRecords(clients.documents, service.output("RightsTable"));
    mail = await openLocalMail({ aws, home, outputs: service.outputs, log: () => undefined });
    // Six minutes, which SQS waits before it gives a message that failed again, are too long to watch.
    await clients.sqs.send(
      new SetQueueAttributesCommand({
        QueueUrl: service.output("MailQueueUrl"),
        Attributes: { VisibilityTimeout: "6" },
      }),
    );
  });
  afterAll(async () => {
    await mail?.stop();
    await service.stop();
  });

  const write = (text: string, signed = true) =>
    sendDemoMail(
      { from: "person-1@people.example", to: mail.contact, subject: "Privacy Request", text },
      { port: mail.doorPort, ...(signed ? { privateKeyPem: mail.privateKeyPem } : {}) },
    );
  const outcomeOf = async (mailId: string) => (await records.read(mailId))?.outcome;
  const publish = (message: string) =>
    clients.sns.send(new PublishCommand({ TopicArn: service.output("MailTopicArn"), Message: message }));
  const waiting = async (output: string) => {
    const { Attributes } = await clients.sqs.send(
      new GetQueueAttributesCommand({
        QueueUrl: service.output(output),
        AttributeNames: ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"],
      }),
    );
    return Object.values(Attributes ?? {}).reduce((sum, count) => sum + Number(count), 0);
  };

  it("comes in over SMTP, lies in the bucket as it was written, and is on record", async () => {
    const mailId = await write("Please delete my data.");

    await expect.poll(() => outcomeOf(mailId), POLL).toBeDefined();
    const stored = s3StoredMail(clients.s3, service.output("MailBucket"), (real) => real);
    const raw = Buffer.from(await stored.read(`mail/${mailId}`)).toString();
    expect(raw).toContain("Please delete my data.");
    expect(raw).toContain("Return-Path: <person-1@people.example>");
    expect(raw).toMatch(/dmarc=pass/);
    expect(await stored.sizeOf(`mail/${mailId}`)).toBe(raw.length);
    const to = new Date(Date.now() + MINUTE_MS);
    const listed = await stored.list({ from: new Date(to.getTime() - 10 * MINUTE_MS), to, limit: 10 });
    expect(listed.map(({ key }) => key)).toContain(`mail/${mailId}`);
  });

  it("to anybody else, or of more than 40 MB, is refused at the door", async () => {
    const given = { from: "person-1@people.example", subject: "x", text: "x" };
    const sent = (more: object) =>
      sendDemoMail({ ...given, to: mail.contact, ...more }, { port: mail.doorPort });
    await expect(sent({ to: "somebody@elsewhere.example" })).rejects.toThrow(/550/);
    await expect(sent({ text: "x".repeat(41 * 1024 * 1024) })).rejects.toThrow(/552/);
  });

  it("that is told of twice is on record once", async () => {
    const mailId = await write("Once.");
    await expect.poll(() => outcomeOf(mailId), POLL).toBeDefined();
    const before = await records.list(100);

    await publish(
      JSON.stringify({
        notificationType: "Received",
        mail: { messageId: mailId, source: "person-1@people.example" },
        receipt: {
          timestamp: new Date().toISOString(),
          recipients: [mail.contact],
          action: { type: "S3", objectKey: `mail/${mailId}` },
        },
      }),
    );
    const after = await write("Behind it.");
    await expect.poll(() => outcomeOf(after), POLL).toBeDefined();
    await expect.poll(() => waiting("MailQueueUrl"), POLL).toBe(0);

    expect(await records.list(100)).toHaveLength(before.length + 1);
  });

  it("is taken at once beside a notification that cannot be, which is a dead letter after three tries", async () => {
    await publish("{");
    const mailId = await write("I am not delayed.");

    await expect.poll(() => outcomeOf(mailId), POLL).toBeDefined();
    expect(await waiting("MailDeadLettersUrl")).toBe(0);
    await expect.poll(() => waiting("MailDeadLettersUrl"), { timeout: 60_000, interval: 500 }).toBe(1);
    expect(await waiting("MailQueueUrl")).toBe(0);
  });

  it("that is stored and was never told of is found, and taken as one of which nothing is known", async () => {
    const { s3 } = clients;
    await s3.send(
      new PutObjectCommand({ Bucket: service.output("MailBucket"), Key: "mail/missed", Body: "From: x" }),
    );
    await expect.poll(() => outcomeOf("missed"), POLL).toBeDefined();
  });

  it("that we wrote and that bounced makes its address one that is not written to, which stands there by reference", async () => {
    const rows = async () => {
      const { Items = [] } = await clients.documents.send(
        new ScanCommand({ TableName: service.output("RightsTable") }),
      );
      return Items.filter(({ sk }) => sk === "undeliverable");
    };
    expect(await rows()).toEqual([]);

    const bounce = { bounceType: "Permanent", bouncedRecipients: [{ emailAddress: "gone@people.example" }] };
    await publish(JSON.stringify({ eventType: "Bounce", mail: { messageId: "letter" }, bounce }));

    await expect.poll(rows, POLL).toHaveLength(1);
    expect(JSON.stringify(await rows())).not.toContain("gone@");
    expect(JSON.stringify(await rows())).toMatch(/"letters#v1_[0-9a-f]{64}"/);
  });
});

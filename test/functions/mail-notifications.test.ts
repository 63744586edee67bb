import { describe, expect, it } from "vitest";
import { mailNotification } from "../../functions/mail-notifications.ts";

const asTold = (real: Date) => real;
const envelope = (message: unknown) =>
  JSON.stringify({
    Type: "Notification",
    MessageId: "sns-1",
    TopicArn: "arn:aws:sns:eu-central-1:000000000000:lethe-mail",
    Message: typeof message === "string" ? message : JSON.stringify(message),
  });
const read = (message: unknown) => mailNotification(envelope(message), asTold);

const receipt = {
  timestamp: "2026-11-24T10:00:00.000Z",
  processingTimeMillis: 12,
  recipients: ["privacy@dream-portraits.example"],
  spamVerdict: { status: "PASS" },
  virusVerdict: { status: "PASS" },
  spfVerdict: { status: "GRAY" },
  dkimVerdict: { status: "PASS" },
  dmarcVerdict: { status: "PASS" },
  action: { type: "S3", topicArn: "arn:topic", bucketName: "mail", objectKey: "mail/abc123" },
};
const mail = { timestamp: receipt.timestamp, source: "person@mail.example", messageId: "abc123" };
const receivedMail = { notificationType: "Received", mail, receipt };

describe("a notification of mail", () => {
  it("says which mail arrived, for whom, and what SES found of it", () => {
    expect(read(receivedMail)).toEqual({
      kind: "arrived",
      arrival: {
        mailId: "abc123",
        key: "mail/abc123",
        receivedAt: "2026-11-24T10:00:00.000Z",
        arrivedAt: "2026-11-24T10:00:00.000Z",
        verdicts: { spam: "pass", virus: "pass", spf: "doubtful", dkim: "pass", dmarc: "pass" },
        envelopeFrom: "person@mail.example",
        recipients: ["privacy@dream-portraits.example"],
      },
    });
  });

  it("counts from when it was received, not from when it was written, and as the clock here shows it", () => {
    const written = { ...receivedMail, mail: { ...mail, timestamp: "2020-01-01T00:00:00.000Z" } };
    const hourLater = (real: Date) => new Date(real.getTime() + 3_600_000);
    expect(mailNotification(envelope(written), hourLater)).toMatchObject({
      arrival: { receivedAt: "2026-11-24T11:00:00.000Z", arrivedAt: "2026-11-24T10:00:00.000Z" },
    });
  });

  it("of a bounce names nobody who could be answered", () => {
    const told = read({ ...receivedMail, mail: { ...mail, source: "" } });
    expect(told).toMatchObject({ kind: "arrived" });
    expect(told).not.toHaveProperty("arrival.envelopeFrom");
  });

  it("believes nothing where a verdict is missing", () => {
    const { dmarcVerdict, ...without } = receipt;
    expect(read({ ...receivedMail, receipt: without })).toMatchObject({
      arrival: { verdicts: { dmarc: "doubtful" } },
    });
  });

  it.each([
    ["without an id", { ...receivedMail, mail: { ...mail, messageId: undefined } }],
    ["with an id that is a path", { ...receivedMail, mail: { ...mail, messageId: "../records" } }],
    [
      "of an object that is no mail",
      { ...receivedMail, receipt: { ...receipt, action: { ...receipt.action, objectKey: "records/1" } } },
    ],
    ["without a time", { ...receivedMail, receipt: { ...receipt, timestamp: "yesterday" } }],
  ])("%s cannot be taken, and comes again until it is a dead letter", (_, message) => {
    expect(() => read(message)).toThrow();
  });

  it("that is no JSON cannot be taken either", () => {
    expect(() => mailNotification("{", asTold)).toThrow();
    expect(() => read("{")).toThrow();
  });

  it.each([
    [
      "stores a trial of the rule",
      { ...receivedMail, mail: { ...mail, messageId: "AMAZON_SES_SETUP_NOTIFICATION" } },
    ],
    ["tries the topic", "Successfully validated SNS topic for Amazon SES event publishing."],
    ["has subscribed", { notificationType: "AmazonSnsSubscriptionSucceeded", message: "done" }],
  ])("changes nothing when SES %s", (_, message) => {
    expect(read(message)).toEqual({ kind: "nothing" });
  });

  it.each([
    ["an event that nobody asked for", envelope({ eventType: "Open", mail })],
    ["a notification of another kind", envelope({ notificationType: "Recalled" })],
    ["a list", envelope([])],
    ["another envelope", JSON.stringify({ Type: "UnsubscribeConfirmation" })],
  ])("is for a person if it is %s", (_, body) => {
    expect(mailNotification(body, asTold)).toEqual({ kind: "unknown" });
  });
});

describe("a notification of a letter", () => {
  const bounce = (bounceType: string) => ({
    bounceType,
    bounceSubType: "General",
    bouncedRecipients: [{ emailAddress: "gone@mail.example", status: "5.1.1" }],
  });

  it("that bounced for good names who cannot be written to, by event and by notification alike", () => {
    const undelivered = { kind: "undelivered", failure: { why: "bounce", addresses: ["gone@mail.example"] } };
    expect(read({ eventType: "Bounce", mail, bounce: bounce("Permanent") })).toEqual(undelivered);
    expect(read({ notificationType: "Bounce", mail, bounce: bounce("Permanent") })).toEqual(undelivered);
  });

  it.each(["Transient", "Undetermined"])("that bounced for now, %s, was not read either", (bounceType) => {
    expect(read({ eventType: "Bounce", mail, bounce: bounce(bounceType) })).toMatchObject({
      failure: { why: "bounce-for-now" },
    });
  });

  it("says what it was about by the tags that it was sent with, if they are ours", () => {
    const rightsRequestId = "rrq_01k85260tlrs1ius24j8q81jtd";
    const told = (tags: unknown) =>
      read({ eventType: "Bounce", mail: { ...mail, tags }, bounce: bounce("Permanent") });
    const ours = { letter: ["completed"], rightsRequestId: [rightsRequestId] };
    expect(told({ ...ours, "ses:source-ip": ["192.0.2.1"] })).toMatchObject({
      failure: { about: { letter: "completed", rightsRequestId } },
    });
    const taskId = "tsk_019aab2f8e80c0ffee0000beef";
    expect(told({ letter: ["remind-processor"], taskId: [taskId] })).toMatchObject({
      failure: { about: { letter: "remind-processor", taskId } },
    });
    for (const tags of [
      { letter: ["completed"], taskId: [taskId] },
      {},
      { ...ours, letter: ["spam"] },
      { ...ours, rightsRequestId: ["x\ny"] },
      "none",
    ]) {
      expect(told(tags)).not.toHaveProperty("failure.about");
      expect(told(tags)).toMatchObject({ kind: "undelivered" });
    }
  });

  it("that was complained of names who is not to be written to again", () => {
    const complaint = { complainedRecipients: [{ emailAddress: "angry@mail.example" }] };
    expect(read({ eventType: "Complaint", mail, complaint })).toEqual({
      kind: "undelivered",
      failure: { why: "complaint", addresses: ["angry@mail.example"] },
    });
  });
});

describe("mail that is put back", () => {
  it("arrives again with nothing known of it", () => {
    const body = JSON.stringify({
      schema: "lethe.stored-mail/1",
      mailId: "abc123",
      key: "mail/abc123",
      storedAt: "2026-11-24T10:00:00.000Z",
    });
    expect(mailNotification(body, asTold)).toEqual({
      kind: "arrived",
      arrival: {
        mailId: "abc123",
        key: "mail/abc123",
        receivedAt: "2026-11-24T10:00:00.000Z",
        verdicts: {
          spam: "doubtful",
          virus: "doubtful",
          spf: "doubtful",
          dkim: "doubtful",
          dmarc: "doubtful",
        },
        recipients: [],
      },
    });
  });
});

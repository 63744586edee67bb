import { z } from "zod";
import { STORED_MAIL_SCHEMA } from "../shared/adapters/mail/sqs-mail-again.ts";
import { letterAboutOf } from "../shared/domain/letters/letter-about.ts";
import { MAIL_PREFIX, SETUP_NOTIFICATION } from "../shared/domain/mail/stored-mail.ts";
import { verdictsOf } from "../shared/domain/mail/verdicts.ts";
import { type FormMessage, FormMessageSchema } from "../shared/domain/pages/form-fields.ts";
import { type NeededForm, NeededFormSchema } from "../shared/domain/pages/needed-form.ts";
import type { DeliveryFailure } from "../shared/operations/note-delivery-failure.ts";
import type { MailArrival } from "../shared/operations/take-mail.ts";

/** What a message of the mail queue says. */
export type MailNotification =
  | { readonly kind: "arrived"; readonly arrival: MailArrival }
  /** Somebody sent the contact form. */
  | { readonly kind: "form"; readonly form: FormMessage }
  /** Somebody sent the form that a letter about their mail led to. */
  | { readonly kind: "needed-form"; readonly form: NeededForm }
  | { readonly kind: "undelivered"; readonly failure: DeliveryFailure }
  /** SES tries out what it was told to tell, or tells of what changes nothing. */
  | { readonly kind: "nothing" }
  /** It can be read, and nobody taught us what it means. */
  | { readonly kind: "unknown" };

// AWS may add to all of these.
const EnvelopeSchema = z.object({ Type: z.literal("Notification"), Message: z.string() });
const KindSchema = z.object({ notificationType: z.string().optional(), eventType: z.string().optional() });
const MailIdSchema = z.string().regex(/^[A-Za-z0-9_-]{1,200}$/);
const KeySchema = z.string().startsWith(MAIL_PREFIX).max(1024);

const ReceivedSchema = z.object({
  mail: z.object({ messageId: MailIdSchema, source: z.string().default("") }),
  receipt: z.looseObject({
    timestamp: z.iso.datetime({ offset: true }),
    recipients: z.array(z.string()).default([]),
    action: z.object({ type: z.literal("S3"), objectKey: KeySchema }),
  }),
});
const StoredSchema = z.strictObject({
  schema: z.literal(STORED_MAIL_SCHEMA),
  mailId: MailIdSchema,
  key: KeySchema,
  storedAt: z.iso.datetime(),
});
const AddressesSchema = z.array(z.object({ emailAddress: z.string().min(3) }));
const BounceSchema = z.object({
  bounce: z.object({ bounceType: z.string(), bouncedRecipients: AddressesSchema }),
});
const ComplaintSchema = z.object({ complaint: z.object({ complainedRecipients: AddressesSchema }) });

/** What a letter was sent with, and tags of SES's own. */
const TaggedSchema = z.object({
  mail: z.object({ tags: z.record(z.string(), z.array(z.string())) }),
});

/** What SES says, in words, when it has been told of a topic. */
const TRIES_TOPIC = /^(Successfully validated SNS topic|You have successfully subscribed)/;

/**
 * Returns what a message says: an envelope of SNS with what SES tells, or mail that is put back.
 *
 * @param shown a moment that AWS tells, as the clock of this deployment shows it.
 * @throws if it cannot be read; it comes again, and the third time it is a dead letter.
 * @see https://docs.aws.amazon.com/ses/latest/dg/receiving-email-notifications-contents.html
 * @see https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html
 */
export function mailNotification(body: string, shown: (real: Date) => Date): MailNotification {
  const message: unknown = JSON.parse(body);
  const stored = StoredSchema.safeParse(message);
  if (stored.success) return putBack(stored.data);
  const form = FormMessageSchema.safeParse(message);
  if (form.success) return { kind: "form", form: form.data };
  const needed = NeededFormSchema.safeParse(message);
  if (needed.success) return { kind: "needed-form", form: needed.data };
  const envelope = EnvelopeSchema.safeParse(message);
  if (!envelope.success) return { kind: "unknown" };
  const said = envelope.data.Message;
  if (TRIES_TOPIC.test(said)) return { kind: "nothing" };
  return toldBySes(JSON.parse(said), shown);
}

function toldBySes(told: unknown, shown: (real: Date) => Date): MailNotification {
  const { notificationType, eventType } = KindSchema.safeParse(told).data ?? {};
  switch (notificationType ?? eventType) {
    case "Received":
      return received(told, shown);
    case "Bounce":
      return bounced(told);
    case "Complaint": {
      const { complainedRecipients } = ComplaintSchema.parse(told).complaint;
      return undelivered("complaint", complainedRecipients, told);
    }
    case "AmazonSnsSubscriptionSucceeded":
      return { kind: "nothing" };
    default:
      return { kind: "unknown" };
  }
}

function received(told: unknown, shown: (real: Date) => Date): MailNotification {
  const { mail, receipt } = ReceivedSchema.parse(told);
  if (mail.messageId === SETUP_NOTIFICATION) return { kind: "nothing" };
  const arrival = {
    mailId: mail.messageId,
    key: receipt.action.objectKey,
    receivedAt: shown(new Date(receipt.timestamp)).toISOString(),
    arrivedAt: new Date(receipt.timestamp).toISOString(),
    verdicts: verdictsOf(receipt),
    recipients: receipt.recipients,
  };
  return {
    kind: "arrived",
    arrival: mail.source === "" ? arrival : { ...arrival, envelopeFrom: mail.source },
  };
}

/** Nothing is known of it but that it is there. */
function putBack({ mailId, key, storedAt }: z.infer<typeof StoredSchema>): MailNotification {
  const arrival = { mailId, key, receivedAt: storedAt, verdicts: verdictsOf(undefined), recipients: [] };
  return { kind: "arrived", arrival };
}

/** A full mailbox is written to again; what came back for any reason was not read. */
function bounced(told: unknown): MailNotification {
  const { bounceType, bouncedRecipients } = BounceSchema.parse(told).bounce;
  return undelivered(bounceType === "Permanent" ? "bounce" : "bounce-for-now", bouncedRecipients, told);
}

function undelivered(
  why: DeliveryFailure["why"],
  recipients: z.infer<typeof AddressesSchema>,
  told: unknown,
): MailNotification {
  const addresses = recipients.map(({ emailAddress }) => emailAddress);
  const tags = TaggedSchema.safeParse(told).data?.mail.tags ?? {};
  const about = letterAboutOf(
    Object.fromEntries(Object.entries(tags).map(([name, [value]]) => [name, value])),
  );
  return { kind: "undelivered", failure: { why, addresses, ...(about === undefined ? {} : { about }) } };
}

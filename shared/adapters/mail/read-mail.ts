import { bouncedAddressOf } from "../../domain/mail/delivery-status.ts";
import { type MailHeader, mailHeaderOf, valuesOf } from "../../domain/mail/header-fields.ts";
import { kindOfMail } from "../../domain/mail/kind-of-mail.ts";
import type { MailAsRead, MailReading, Unreadable } from "../../domain/mail/mail-as-read.ts";
import { ownWordsOf } from "../../domain/mail/own-words.ts";
import { messageIdOf, messageIdsOf, safeText, subjectLine } from "../../domain/mail/safe-text.ts";
import { agreedSender } from "../../domain/mail/sender.ts";
import type { MailReader } from "../../operations/ports.ts";
import { asciiDomain } from "./ascii-domain.ts";
import { isEncrypted } from "./encrypted.ts";
import { HEADER_BYTES_MAX, limitBrokenBy, unreadableBecause, withinDeadline } from "./mail-limits.ts";
import { type MailparserReading, readWithMailparser } from "./with-mailparser.ts";
import { type PostalMimeReading, readWithPostalMime } from "./with-postal-mime.ts";

/** Whose mail is read. */
export interface MailReaderOptions {
  /** Addresses that the service itself writes from: mail from them is never answered. */
  readonly ownAddresses?: readonly string[];
}

interface Parsed {
  readonly header: MailHeader;
  readonly mailparser: MailparserReading;
  readonly postalMime: PostalMimeReading;
}

/** RFC 6376 section 3.5; section 8.2 says what it is misused for. */
const LENGTH_TAG = /(?:^|;)\s*l\s*=/;

/** Returns a reader of mail: a mail that a parser cannot read is unreadable, never an error. */
export function mailReader({ ownAddresses = [] }: MailReaderOptions = {}): MailReader {
  return {
    async read(raw) {
      const parsed = await parse(raw);
      return typeof parsed === "string" ? { read: false, why: parsed } : readingOf(parsed, ownAddresses);
    },
  };
}

async function parse(raw: Uint8Array): Promise<Parsed | Unreadable> {
  const header = mailHeaderOf(raw, HEADER_BYTES_MAX);
  const broken = limitBrokenBy(raw, header.byteCount);
  if (broken) return broken;
  try {
    // mailparser first, because it stops at a number of parts.
    const mailparser = await withinDeadline(readWithMailparser(raw));
    return { header, mailparser, postalMime: await withinDeadline(readWithPostalMime(raw)) };
  } catch (error) {
    return unreadableBecause(error);
  }
}

function readingOf(parsed: Parsed, ownAddresses: readonly string[]): MailReading {
  if (isEncrypted(parsed.mailparser)) return { read: false, why: "encrypted" };
  const { header, mailparser, postalMime } = parsed;
  const subject = subjectLine(mailparser.subject);
  const contentTypes = [...mailparser.contentTypes, ...postalMime.contentTypes];
  const senders = [...mailparser.from.mailboxes, ...postalMime.from.mailboxes];
  const { reportType } = mailparser;
  const kind = kindOfMail(
    { fields: header.fields, subject, senders, contentTypes, reportType },
    ownAddresses,
  );
  const words = ownWordsOf(safeText(mailparser.text));
  return {
    read: true,
    mail: {
      sender: agreedSender(valuesOf(header.fields, "from"), [mailparser.from, postalMime.from], asciiDomain),
      kind,
      subject,
      ...threadOf(header),
      ...datedOf(header),
      isSignedInPart: valuesOf(header.fields, "dkim-signature").some((value) => LENGTH_TAG.test(value)),
      text: words.text,
      hasQuotation: words.hasQuotation || contentTypes.some((type) => type.startsWith("message/")),
      attachmentCount: mailparser.attachments.length,
      ...(kind === "bounce" ? bouncedOf(mailparser) : {}),
    },
  };
}

function threadOf({ fields }: MailHeader): Pick<MailAsRead, "messageId" | "references"> {
  const messageId = messageIdOf(valuesOf(fields, "message-id"));
  const references = messageIdsOf([...valuesOf(fields, "references"), ...valuesOf(fields, "in-reply-to")]);
  return { ...(messageId === undefined ? {} : { messageId }), references };
}

/** A date that no calendar has, or that none of us will see, is none. */
function datedOf({ fields }: MailHeader): Pick<MailAsRead, "dated"> {
  const [written, ...others] = valuesOf(fields, "date");
  if (written === undefined || others.length > 0) return {};
  const date = new Date(written);
  const isLikely = date.getTime() >= 0 && date.getUTCFullYear() <= 9999;
  return isLikely ? { dated: date.toISOString() } : {};
}

function bouncedOf({ attachments }: MailparserReading): Pick<MailAsRead, "bouncedAddress"> {
  const status = attachments.find(({ contentType }) => /delivery-status$/i.test(contentType));
  const address = status && bouncedAddressOf(Buffer.from(status.content).toString(), asciiDomain);
  return address === undefined ? {} : { bouncedAddress: address };
}

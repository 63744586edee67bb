import { type HeaderField, valuesOf } from "./header-fields.ts";
import {
  AUTO_REPLY_FIELDS,
  AUTO_REPLY_PRECEDENCES,
  AUTO_REPLY_SUBJECTS,
  BOUNCE_SUBJECTS,
  COMPLAINT_SUBJECTS,
  DAEMON,
  LIST_FIELDS,
  LIST_OWNER,
  LIST_PRECEDENCES,
  NO_REPLY,
  NOT_AUTOMATIC,
} from "./kind-signs.ts";
import type { MailKind } from "./mail-as-read.ts";

/** What tells a mail of a person from one of a machine. */
export interface MailSigns {
  readonly fields: readonly HeaderField[];
  /** Decoded. */
  readonly subject: string;
  /** Mailboxes that a parser finds in From. */
  readonly senders: readonly string[];
  /** Types of the mail itself and of its parts, lower case. */
  readonly contentTypes: readonly string[];
  /** Of `multipart/report`, lower case; empty if there is none. */
  readonly reportType: string;
}

/** A From field is looked through so far. */
const FROM_LENGTH_MAX = 2000;

/**
 * Returns what kind of mail this is. In doubt it is one that is never answered: an answer to a machine may come back
 * for ever, and one to a list is read by everybody.
 *
 * @param ownAddresses of the service that reads.
 * @see https://www.rfc-editor.org/rfc/rfc3834
 */
export function kindOfMail(signs: MailSigns, ownAddresses: readonly string[]): MailKind {
  const senders = [...signs.senders, ...mailboxesWrittenIn(valuesOf(signs.fields, "from"))];
  const sender = signsOfSender(senders);
  if (isOwn(signs, senders, ownAddresses)) return "own";
  if (isReport(signs)) return "report";
  if (isBounce(signs) || sender.isDaemon) return "bounce";
  if (isAutoReply(signs)) return "auto-reply";
  if (hasNullReturnPath(signs)) return "bounce";
  if (isFromList(signs) || sender.isListOwner) return "list";
  return sender.isNoReply ? "auto-reply" : "ordinary";
}

/** What looks like a mailbox to whoever is in doubt, and a local part alone in brackets. */
function mailboxesWrittenIn(values: readonly string[]): readonly string[] {
  return values.flatMap((value) => {
    const words = value.slice(0, FROM_LENGTH_MAX).split(/[\s"(),;:]+/);
    return words
      .filter((word) => word.includes("@") || /^<.+>$/.test(word))
      .map((word) => word.replace(/[<>]/g, ""));
  });
}

function isOwn(signs: MailSigns, senders: readonly string[], ownAddresses: readonly string[]): boolean {
  const own = ownAddresses.map((address) => address.toLowerCase());
  if (senders.some((sender) => own.includes(sender.toLowerCase()))) return true;
  const ends = own.map((address) => address.slice(address.indexOf("@")));
  const [messageId = ""] = valuesOf(signs.fields, "message-id");
  const isNamedByUs = ends.some((end) => messageId.toLowerCase().endsWith(`${end}>`));
  return isNamedByUs && isAutoSubmitted(signs);
}

function isReport({ reportType, contentTypes, subject, fields }: MailSigns): boolean {
  if (["feedback-report", "disposition-notification"].includes(reportType)) return true;
  if (contentTypes.some((type) => /^message\/(?:feedback-report|disposition-notification)$/.test(type)))
    return true;
  if (valuesOf(fields, "feedback-type").length > 0) return true;
  return beginsWith(subject, COMPLAINT_SUBJECTS) && contentTypes.includes("message/rfc822");
}

function isBounce(signs: MailSigns): boolean {
  const { fields, contentTypes, subject } = signs;
  if (contentTypes.some((type) => /^message\/(?:global-)?delivery-status$/.test(type))) return true;
  if (contentTypes.includes("multipart/report")) return true;
  if (valuesOf(fields, "x-failed-recipients").length > 0) return true;
  const carriesTheMail = contentTypes.some((type) => /^(?:message\/rfc822|text\/rfc822-headers)/.test(type));
  return beginsWith(subject, BOUNCE_SUBJECTS) && (carriesTheMail || hasNullReturnPath(signs));
}

function isAutoReply(signs: MailSigns): boolean {
  const { fields, subject } = signs;
  if (isAutoSubmitted(signs)) return true;
  if (AUTO_REPLY_FIELDS.some((name) => says(fields, name, (word) => !NOT_AUTOMATIC.has(word)))) return true;
  if (says(fields, "x-post-messageclass", (word) => word.includes("autoresponder"))) return true;
  if (says(fields, "precedence", (word) => AUTO_REPLY_PRECEDENCES.has(firstWordOf(word)))) return true;
  const isAnswer = [...valuesOf(fields, "in-reply-to"), ...valuesOf(fields, "references")].some(Boolean);
  return isAnswer && beginsWith(subject, AUTO_REPLY_SUBJECTS);
}

function isAutoSubmitted({ fields }: MailSigns): boolean {
  return says(fields, "auto-submitted", (word) => !/^no(?:[\s;(]|$)/.test(word));
}

function hasNullReturnPath({ fields, senders }: MailSigns): boolean {
  if (says(fields, "return-path", (word) => /^<\s*>/.test(word))) return true;
  const [from, ...others] = valuesOf(fields, "from");
  return senders.length === 0 && others.length === 0 && (from?.endsWith("<>") ?? false);
}

function isFromList({ fields }: MailSigns): boolean {
  if (fields.some(({ name }) => name.startsWith("list-"))) return true;
  if (LIST_FIELDS.some((name) => valuesOf(fields, name).length > 0)) return true;
  return says(fields, "precedence", (word) => LIST_PRECEDENCES.has(firstWordOf(word)));
}

function signsOfSender(senders: readonly string[]) {
  const localParts = senders.map((sender) => (sender.split("@")[0] ?? "").toLowerCase());
  return {
    isDaemon: localParts.some((localPart) => DAEMON.test(localPart)),
    isNoReply: localParts.some((localPart) => NO_REPLY.test(localPart)),
    isListOwner: localParts.some((localPart) => LIST_OWNER.test(localPart)),
  };
}

function says(fields: readonly HeaderField[], name: string, means: (word: string) => boolean): boolean {
  return valuesOf(fields, name).some((value) => means(value.toLowerCase()));
}

/** Comments may stand behind it. */
function firstWordOf(value: string): string {
  return /^[\w-]*/.exec(value)?.[0] ?? "";
}

function beginsWith(subject: string, beginnings: readonly string[]): boolean {
  const plain = subject.replace(/^(?:(?:re|aw|fwd?|wg|tr) ?: ?|\[[^\]]{0,40}\] ?)+/i, "").toLowerCase();
  return beginnings.some(
    (beginning) => plain.startsWith(beginning) || subject.toLowerCase().startsWith(beginning),
  );
}

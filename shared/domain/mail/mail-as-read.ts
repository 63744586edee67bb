/** What a mail is, whoever sent it. All but `ordinary` are never answered. */
export const MAIL_KINDS = ["ordinary", "bounce", "auto-reply", "list", "report", "own"] as const;

export type MailKind = (typeof MAIL_KINDS)[number];

/** Why nobody can say from which mailbox a mail comes. */
export const SENDER_DOUBTS = [
  "no-from",
  "several-from",
  "several-mailboxes",
  "parsers-disagree",
  "strange-characters",
  "no-mailbox",
] as const;

export type SenderDoubt = (typeof SENDER_DOUBTS)[number];

/** Who sent a mail, by its one From field. */
export type Sender =
  /** `address`: local part as written, `@`, and the domain in lower-case ASCII (`xn--` where it is not ASCII). */
  | { readonly kind: "mailbox"; readonly address: string }
  | { readonly kind: "doubtful"; readonly why: SenderDoubt };

/** Why a mail cannot be read; it is kept, and a person looks. */
export const UNREADABLE = ["unparsable", "too-large", "too-many-parts", "too-deep", "encrypted"] as const;

export type Unreadable = (typeof UNREADABLE)[number];

/** A mail as two parsers read it and agree on it. Every text is free of control characters but line ends. */
export interface MailAsRead {
  readonly sender: Sender;
  readonly kind: MailKind;
  /** In one line, at most 500 characters; empty if there is none. */
  readonly subject: string;
  /** For the thread of an answer: each in angle brackets, printable ASCII without spaces. */
  readonly messageId?: string;
  readonly references: readonly string[];
  /** A signature of it covers only so many bytes (`l=`): what comes behind can be anybody's. */
  readonly isSignedInPart: boolean;
  /** From the Date field, ISO 8601 UTC, for people, and to see whether it is old: deadlines count from receipt. */
  readonly dated?: string;
  /** What the sender wrote, without what is quoted from others, attached or forwarded; at most 20,000 characters. */
  readonly text: string;
  /** Whether parts were left out of `text`: quotations, forwarded or attached messages. */
  readonly hasQuotation: boolean;
  readonly attachmentCount: number;
  /**
   * Of a bounce: the one address that its delivery report says failed for good, as canonical as `sender`. Whoever sends
   * a mail writes this too: it counts only for an address that was written to.
   */
  readonly bouncedAddress?: string;
}

/** What came of reading a mail. */
export type MailReading =
  | { readonly read: true; readonly mail: MailAsRead }
  | { readonly read: false; readonly why: Unreadable };

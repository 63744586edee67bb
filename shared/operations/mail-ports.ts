import type { SubjectId } from "../domain/erasure/subject-id.ts";
import type { LetterSender } from "../domain/letters/letter-values.ts";
import type { MailLanguage } from "../domain/mail/intent.ts";
import type { MailReading } from "../domain/mail/mail-as-read.ts";
import type { Verdicts } from "../domain/mail/verdicts.ts";
import type { RightsRequest } from "../domain/rights/rights-request.ts";

/** Mail as it arrived. */
export interface StoredMail {
  /** @returns undefined if there is none under this key. */
  sizeOf(key: string): Promise<number | undefined>;
  read(key: string): Promise<Uint8Array>;
  /** Keys of mail that was stored in this span, oldest first, at most `limit`, after `after`. */
  list(span: {
    readonly from: Date;
    readonly to: Date;
    readonly after?: string;
    readonly limit: number;
  }): Promise<readonly { readonly key: string; readonly storedAt: string }[]>;
}

/** Reads mail with two parsers and by hand; what cannot be read is an outcome, never an error. */
export interface MailReader {
  read(raw: Uint8Array): Promise<MailReading>;
}

/** An account, as its address is on file. */
export interface AccountOnFile {
  readonly subjectId: SubjectId;
  readonly address: string;
}

/** Accounts by the address on file, compared exactly but for the case of ASCII letters. */
export interface AccountDirectory {
  /** At most `limit`; more than one is for a person to sort out. */
  findByAddress(address: string, limit: number): Promise<readonly AccountOnFile[]>;
}

/** Rights requests, and what mail led to them. */
export interface RightsRegister {
  /**
   * Stores a new one, unless one is open of the same address, right and subject matter.
   *
   * @returns the one that is open now.
   */
  open(request: RightsRequest): Promise<{ readonly request: RightsRequest; readonly opened: boolean }>;
  read(rightsRequestId: string): Promise<RightsRequest | undefined>;
  /** @returns what was stored; undefined if another write came first. */
  update(next: RightsRequest): Promise<RightsRequest | undefined>;
  openOf(addressRef: string): Promise<readonly RightsRequest[]>;
  /** Newest first. */
  list(limit: number): Promise<readonly RightsRequest[]>;
}

/** What a one-time link about a rights request is for. */
export interface RequestToken {
  readonly purpose: "confirm" | "status" | "undo";
  readonly rightsRequestId: string;
  /** The account that the address on file belongs to; only a link that was sent there has it. */
  readonly subjectId?: SubjectId;
  /** Given to whoever confirmed by the address on file: it lives as long as the request's record, so it names nobody. */
  readonly isOfOwner?: true;
  /** The address on file to which such a link was sent. */
  readonly address?: string;
  readonly expiresAt: string;
}

/** A form that a letter asks the sender of a mail for, which is no request yet. It proves nothing of an account. */
export interface FormToken {
  readonly purpose: "form";
  readonly mailId: string;
  readonly sender: LetterSender;
  readonly language: MailLanguage;
  readonly expiresAt: string;
}

/** What a one-time link is for. */
export type Token = RequestToken | FormToken;

/** Links that prove something, kept by the SHA-256 of their secret alone. */
export interface Tokens {
  put(hash: string, token: Token): Promise<void>;
  /** Changes nothing. */
  read(hash: string): Promise<(Token & { readonly usedAt?: string }) | undefined>;
  /**
   * Uses it up: of any number at once exactly one is answered `true`.
   *
   * @returns false if it is used, over or not there.
   */
  use(hash: string, now: Date): Promise<boolean>;
}

/** What was written to an address, and whether it can be written to at all. */
export interface Correspondence {
  /** Counts a letter to it unless as many were sent in the last 24 hours; two at once never pass together. */
  mayWrite(addressRef: string, max: number, now: Date): Promise<boolean>;
  /**
   * Says whether this request may be acknowledged to an address that anybody may have written down: one request is in any 24
   * hours, and that one as often as it is asked for; of two at once one may.
   */
  mayAcknowledgeUnproved(addressRef: string, rightsRequestId: string, now: Date): Promise<boolean>;
  /** Says whether a letter may go there that belongs to no request: one in any 24 hours; of two at once one may. */
  mayWriteOutside(addressRef: string, now: Date): Promise<boolean>;
  markUndeliverable(addressRef: string, why: "bounce" | "complaint", now: Date): Promise<void>;
  isUndeliverable(addressRef: string): Promise<boolean>;
}

/** What became of one mail. */
export interface MailRecord {
  readonly schema: "lethe.mail/1";
  /** The id that the receiving server gave it. */
  readonly mailId: string;
  readonly key: string;
  readonly receivedAt: string;
  readonly outcome: string;
  readonly rightsRequestId?: string;
  /** What the receiving server found; absent of a form, and of what was taken in before this was kept. */
  readonly verdicts?: Verdicts;
  /** What was recognised in it, or why nothing was, in our words; absent if it could not be read. */
  readonly recognised?: string;
  readonly expiresAtEpochSeconds: number;
}

/** Where mail that arrives is taken from. */
export interface MailAgain {
  /** Puts stored mail there once more, as if it had arrived now; nothing is known of its verdicts. */
  take(mail: { readonly mailId: string; readonly key: string; readonly storedAt: string }): Promise<void>;
}

/** Which mail was taken in already. */
export interface MailRecords {
  /** @returns false if there is one of this mail; nothing was changed then. */
  putOnce(record: MailRecord): Promise<boolean>;
  read(mailId: string): Promise<MailRecord | undefined>;
  /**
   * Remembers, for a little longer than a mail can be on its way, under which id a mail of this reference came first.
   *
   * @returns whether that is this one; of two at once exactly one is.
   */
  isFirst(messageRef: string, mailId: string, now: Date): Promise<boolean>;
  /** Newest first. */
  list(limit: number): Promise<readonly MailRecord[]>;
}

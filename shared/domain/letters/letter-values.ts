import { MAIL_SCOPES, type MailScope } from "../mail/intent.ts";
import { RIGHTS, type Right } from "../policy/right.ts";
import type { RefusalGround } from "../requests/refusal-ground.ts";
import type { RightsRequest } from "../rights/rights-request.ts";

/** What can be confirmed by a link. */
export type LetterAsk = `erase-${MailScope}` | Exclude<Right, "erasure">;

export const LETTER_ASKS: readonly LetterAsk[] = RIGHTS.flatMap((right) =>
  right === "erasure" ? MAIL_SCOPES.map((scope) => `erase-${scope}` as const) : [right],
);

/** What takes effect without a proof. */
export const LETTER_EFFECTS = ["training", "marketing", "sale", "consent-withdrawal", "minor"] as const;

export type LetterEffect = (typeof LETTER_EFFECTS)[number];

/** Who writes about data that is not, or not only, in an account of theirs. */
export const LETTER_SENDERS = ["agent", "parent", "depicted-person", "heir"] as const;

export type LetterSender = (typeof LETTER_SENDERS)[number];

/** What an erasure was of, as people are told. */
export const LETTER_ERASED = [
  "account",
  "minor",
  "project",
  "page",
  "image",
  "facial-data",
  "data",
  "processors",
] as const;

export type LetterErased = (typeof LETTER_ERASED)[number];

/** What is kept of a category, why, and until when. */
export interface KeptInLetter {
  /** As the policy says it, in its language. */
  readonly what: string;
  readonly legalBasis: string;
  readonly until: string;
  /** Present if its records were cut: how many there are, and what is in them. */
  readonly pseudonymised?: { readonly records: number; readonly keeps: readonly string[] };
}

/** What every letter says: whose it is, where to write, and the number of the request. */
interface InEveryLetter {
  readonly service: string;
  readonly contact: string;
  readonly number: string;
}

/**
 * What each letter needs to be told. Instants are ISO 8601 UTC, links http or https. There is no place for an account, a
 * thing in it, or the words of whoever wrote.
 */
export interface LetterValues {
  /** Written before any account is looked up, so it cannot say more to those who have one. */
  readonly acknowledgement: InEveryLetter & { readonly answerBy: string; readonly statusLink: string };
  readonly "confirm-link": InEveryLetter & {
    readonly asked: LetterAsk;
    readonly link: string;
    readonly validUntil: string;
  };
  readonly "took-effect": InEveryLetter & {
    readonly effect: LetterEffect;
    readonly at: string;
    readonly undoLink: string;
    readonly undoUntil: string;
  };
  readonly "form-needed": InEveryLetter & {
    readonly sender: LetterSender;
    readonly link: string;
    readonly validUntil: string;
  };
  readonly completed: InEveryLetter & {
    readonly erased: LetterErased;
    readonly kept: readonly KeptInLetter[];
    /** Until when backups may hold what was deleted; absent: none can, or nobody knows the day. */
    readonly copiesUntil?: string;
    /** Where the certificate can be fetched; absent: by writing to us. */
    readonly statusLink?: string;
  };
  readonly "not-proved": InEveryLetter;
  readonly refused: InEveryLetter & {
    /** Absent where no article names the grounds: the reason alone says it. */
    readonly ground?: RefusalGround;
    /** By a person: why it is refused, or why the ground applies here. */
    readonly reason: string;
  };
  readonly extended: InEveryLetter & { readonly reason: string; readonly until: string };
  readonly "answer-by-person": InEveryLetter & {
    /** By a person; an empty line begins a paragraph. */
    readonly text: string;
    readonly statusLink?: string;
  };
}

/** Every letter, in the order in which they are sent. */
export const LETTER_NAMES = [
  "acknowledgement",
  "confirm-link",
  "took-effect",
  "form-needed",
  "completed",
  "not-proved",
  "refused",
  "extended",
  "answer-by-person",
] as const satisfies readonly (keyof LetterValues)[];

export type LetterName = keyof LetterValues;

/** A letter in words, without its address. */
export interface LetterText {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Returns the words for what a rights request asks; undefined if nothing of it is confirmed by a link. */
export function letterAskOf({ right, about }: Pick<RightsRequest, "right" | "about">): LetterAsk | undefined {
  if (right !== "erasure") return right;
  switch (about.what) {
    case "account":
    case "facial-data":
    case "project":
    case "processors":
      return `erase-${about.what}`;
    case "minor":
    case "use":
    case "taken-back":
    case "other":
      return undefined;
  }
}

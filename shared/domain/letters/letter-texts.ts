import type { RefusalGround } from "../requests/refusal-ground.ts";
import type { LetterAsk, LetterEffect, LetterErased, LetterName, LetterSender } from "./letter-values.ts";

/** Every letter has its own subject and sentences; a place in braces is filled with a value of that name. */
type Sentences<Sentence extends string> = Readonly<Record<"subject" | Sentence, string>>;

/** All that the letters of one language say. A language that lacks a sentence does not compile. */
export interface LetterTexts extends Readonly<Record<LetterName, object>> {
  /** For dates. */
  readonly locale: string;
  /** How the GDPR is called. */
  readonly regulation: string;
  /** `{regulation}` and `{article}`, as they are cited. */
  readonly article: string;
  readonly everyLetter: Readonly<Record<"number" | "complaint" | "status", string>>;
  /** As the end of a sentence with a colon. */
  readonly asks: Readonly<Record<LetterAsk, string>>;
  readonly grounds: Readonly<Record<RefusalGround, string>>;

  readonly acknowledgement: Sentences<"arrived" | "link" | "answer">;
  readonly "confirm-link": Sentences<"asked" | "final" | "confirm" | "label" | "valid" | "notYou">;
  readonly "took-effect": Sentences<"undo" | "label"> & {
    readonly effects: Readonly<Record<LetterEffect, string>>;
  };
  readonly "form-needed": Sentences<"label" | "valid" | "afterwards"> & {
    readonly senders: Readonly<
      Record<LetterSender, { readonly why: string; readonly needs: readonly string[] }>
    >;
  };
  readonly completed: {
    /** A line for the subject, and a first sentence. */
    readonly erased: Readonly<Record<LetterErased, Readonly<Record<"subject" | "first", string>>>>;
    readonly accountStays: string;
    readonly nothingFound: string;
    readonly nothingFoundBut: string;
    /** What is known of the stores of others. */
    readonly answered: string;
    readonly kept: string;
    readonly keptCut: string;
    readonly oneRecord: string;
    readonly records: string;
    /** What backups may still hold, and until when. */
    readonly copiesUntil: string;
    readonly certificateByLink: string;
    readonly certificateByMail: string;
    readonly addressForgotten: string;
  };
  readonly "not-proved": Sentences<"ended" | "again">;
  readonly refused: Sentences<"refused" | "ground" | "reason">;
  readonly extended: Sentences<"until" | "reason">;
  readonly "answer-by-person": Sentences<never>;
}

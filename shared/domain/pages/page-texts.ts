import type { Progress } from "../requests/erasure-request.ts";
import type { RightsRequest } from "../rights/rights-request.ts";
import type { FormProblem } from "./form-fields.ts";

/** What is asked and no letter has words for, since no letter asks to confirm it. */
export type UnconfirmedAsk = "training" | "marketing" | "sale" | "minor" | "taken-back";

/** Where a rights request stands, in the words of its page. */
export type ShownState = RightsRequest["standing"]["state"];

/** Where one erasure of it stands. */
export type ShownErasure = Progress["state"];

/**
 * All that the public pages say in one language; a language that lacks a sentence does not compile. A place in braces is
 * filled with a value of that name.
 */
export interface PageTexts {
  readonly everyPage: Readonly<Record<"contact" | "skip", string>>;
  readonly home: Readonly<Record<"title" | "lead" | "form" | "mail" | "letters", string>>;
  /** As the end of a sentence with a colon. */
  readonly asks: Readonly<Record<UnconfirmedAsk, string>>;
  readonly confirm: Readonly<
    Record<
      | "title"
      | "reversible"
      | "project"
      | "projectHint"
      | "projectMissing"
      | "erase"
      | "stop"
      | "notYou"
      | "doNothing",
      string
    >
  >;
  readonly confirmed: Readonly<Record<"title" | "begun" | "stopped" | "status" | "keep" | "undo", string>>;
  /** The same for links that are used, over, or were never made. */
  readonly over: Readonly<Record<"title" | "text", string>>;
  readonly undo: Readonly<Record<"title" | "text" | "button" | "doNothing", string>>;
  readonly undone: Readonly<Record<"title" | "text", string>>;
  readonly status: Readonly<
    Record<
      | "title"
      | "asked"
      | "number"
      | "since"
      | "answerBy"
      | "stands"
      | "parts"
      | "certificates"
      | "download"
      | "check"
      | "private",
      string
    >
  > & {
    readonly states: Readonly<Record<ShownState, string>>;
    readonly erasures: Readonly<Record<ShownErasure, string>>;
  };
  readonly contact: Readonly<
    Record<
      | "title"
      | "lead"
      | "address"
      | "addressHint"
      | "ask"
      | "choose"
      | "text"
      | "textHint"
      | "trap"
      | "send"
      | "problems",
      string
    >
  > & { readonly wrong: Readonly<Record<FormProblem, string>> };
  /** On the form that a letter about a mail leads to; the letter itself has the other words. */
  readonly needed: Readonly<Record<"documents" | "allEmpty", string>>;
  /** The same for everybody. */
  readonly sent: Readonly<Record<"title" | "text" | "next", string>>;
  readonly notFound: Readonly<Record<"title" | "text", string>>;
  readonly notAllowed: Readonly<Record<"title" | "text", string>>;
  readonly tooLarge: Readonly<Record<"title" | "text", string>>;
}

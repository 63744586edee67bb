import { z } from "zod";

/** Some six pages; whoever has more to send puts it where the person can fetch it, and writes where. */
export const ANSWER_CHARACTERS_MAX = 20_000;
/** As much as fits between the sentences of a letter. */
export const REASON_CHARACTERS_MAX = 500;

/** A line end is the one control character that a text needs; the joiners of other scripts are none. */
const CONTROL = /[^\P{Cc}\n]/u;
/** Would turn the order of what follows, or part lines where nobody sees it. */
const TURNS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029]/u;

/** What a person wrote for a letter: an empty line begins a paragraph. */
export const AnswerTextSchema = textUpTo(ANSWER_CHARACTERS_MAX);
export const ReasonTextSchema = textUpTo(REASON_CHARACTERS_MAX);

function textUpTo(charactersMax: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(charactersMax)
    .refine((text) => text.isWellFormed() && !CONTROL.test(text) && !TURNS.test(text));
}

import { normalised } from "./normalise.ts";
import { beforeQuotation, isOfSender } from "./quotation-start.ts";

const QUOTED_LINE = /^[ \t]*[>＞].*$/gm;
const SIGNATURE = /^-- ?\r?$[\s\S]*/m;
/** The pairs that people put around the words of others. */
const IN_QUOTATION_MARKS = [
  /"[^"]{1,500}"/g,
  /[“„‟][^“”„‟]{1,500}[“”]/g,
  /[«»][^«»]{1,500}[«»]/g,
  /「[^「」]{1,500}」/g,
  /『[^『』]{1,500}』/g,
  /《[^《》]{1,500}》/g,
  /(?<![\p{L}\p{N}])['‘‚][^'‘’‚]{3,500}['’‘](?![\p{L}\p{N}])/gu,
] as const;
/** A full stop that ends no sentence. */
const ABBREVIATION =
  /(?<=(?:^|[ (])(?:art|abs|no|nr|num|z\. ?b|e\. ?g|i\. ?e|mr|mrs|ms|dr|st|sr|sra|srta|mme|bzw|usw|inkl|ggf|etc|sec|vs|[a-z]))\.(?= )/g;
/** Between a letter and an apostrophe it would make a quotation mark of that. */
const INVISIBLE = /\p{Cf}/gu;
const SENTENCE = /[^.!?。！？;।॥]*[.!?。！？;।॥]*/g;

/** By its mark, or by the last word in Japanese and Chinese. */
const QUESTION = /[?？]|か[。！!]*$|吗[。！!]*$/u;

/** A sentence, normalised. */
export interface Sentence {
  readonly text: string;
  readonly isQuestion: boolean;
  readonly isSubject: boolean;
}

/** Returns what the sender says in own words, sentence by sentence, and whether something was in quotation marks. */
export function sentencesOf(mail: { readonly subject: string; readonly text: string }): {
  readonly sentences: readonly Sentence[];
  readonly quoted: string;
} {
  const own = ownWords(mail.text);
  const subject = isOfSender(mail) ? mail.subject.replace(INVISIBLE, "") : "";
  const spoken = [subject, own].map(withoutQuotationMarks);
  const sentences = spoken.flatMap((part, at) => split(normalised(part), at === 0));
  return { sentences, quoted: quotedIn(`${subject}\n${mail.text}`) };
}

function ownWords(text: string): string {
  return beforeQuotation(text.replace(INVISIBLE, "").replace(QUOTED_LINE, "").replace(SIGNATURE, ""));
}

function withoutQuotationMarks(text: string): string {
  return IN_QUOTATION_MARKS.reduce((rest, quoted) => rest.replace(quoted, " “” "), text);
}

function quotedIn(text: string): string {
  const marked = [...IN_QUOTATION_MARKS, QUOTED_LINE].flatMap((quoted) => text.match(quoted) ?? []);
  return normalised(marked.join(" ").replace(/["“”„‟«»「」『』《》>＞]/g, " "));
}

function split(text: string, isSubject: boolean): readonly Sentence[] {
  const marked = text.replace(ABBREVIATION, "․");
  // A full stop inside of a name or a number ends nothing either.
  const parts = marked.replace(/\.(?=[\p{L}\p{N}])/gu, "․").match(SENTENCE) ?? [];
  return parts
    .map((part) => part.trim())
    .filter((part) => /[\p{L}\p{N}]/u.test(part))
    .map((part) => ({ text: part, isQuestion: QUESTION.test(part), isSubject }));
}

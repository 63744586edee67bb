import { isNegatedNearby } from "./negation.ts";
import type { Lexicon } from "./phrases.ts";
import type { Sentence } from "./sentences.ts";

/** Youngest age that no published limit protects. */
const ADULT_YEARS = 18;
const YOUNGEST_YEARS = 3;
/** Characters between a word and the next. */
const NEXT = 1;

/** Says whether a sentence says by itself that an account is a child's. */
export function isReport(text: string, lexicon: Lexicon): boolean {
  if (lexicon.has("minorReported", text)) return true;
  const years = lexicon.years("selfAge", text);
  if (years.length > 0) return years.every(isMinorAge);
  return lexicon.has("selfMinor", text);
}

/** Says whether a sentence names the age of a minor, and none of an adult. */
export function isYoung(text: string, lexicon: Lexicon): boolean {
  const years = lexicon.years("age", text);
  return years.length > 0 ? years.every(isMinorAge) : lexicon.has("minor", text);
}

function isMinorAge(years: number): boolean {
  return years >= YOUNGEST_YEARS && years < ADULT_YEARS;
}

/**
 * Says whether somebody who is not of the family reports a child: who says so, and in one sentence a child with an age
 * that has an account already. A pupil who would like one, or a question whether pupils may, is no report.
 */
export function isPupilReported(sentences: readonly Sentence[], lexicon: Lexicon): boolean {
  const isPlain = (sentence: Sentence): boolean => isStatement(sentence, lexicon);
  if (!sentences.some(({ text }) => lexicon.has("reporter", text)) || !sentences.every(isPlain)) return false;
  const said = ["pupil", "age", "minor", "holdsAccount"] as const;
  return sentences.some(
    ({ text }) =>
      lexicon.has("pupil", text) &&
      isYoung(text, lexicon) &&
      lexicon.has("holdsAccount", text) &&
      !isUnused(text, lexicon) &&
      !said.some((concept) => isNegatedNearby(concept, text, lexicon)),
  );
}

/** "Does not use it" is harmless elsewhere, and here it is what matters. */
function isUnused(text: string, lexicon: Lexicon): boolean {
  return lexicon
    .all("holdsAccount", text)
    .some(({ start, end }) =>
      [...lexicon.all("negation", text), ...lexicon.all("harmlessNegation", text)].some(
        (negation) => negation.end >= start - NEXT && negation.start <= end + NEXT,
      ),
    );
}

/** A question is no report, but for a polite request to see to it; nor is what may be. */
function isStatement({ text, isQuestion }: Sentence, lexicon: Lexicon): boolean {
  const rest = lexicon.without("harmlessCondition", text);
  return (!isQuestion || lexicon.has("polite", text)) && !lexicon.has("hypothetical", rest);
}

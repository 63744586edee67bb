import type { Asked } from "../intent.ts";
import { excusedText } from "./excuses.ts";
import { isNegated, isNegatedNearby } from "./negation.ts";
import type { Lexicon } from "./phrases.ts";
import type { Sentence } from "./sentences.ts";
import type { Concept } from "./words.ts";

/** How something is said: `supposed` is a condition, or a way to do it oneself; `mentioned` is a story or a question. */
export type Manner = "asked" | "negated" | "supposed" | "mentioned";

/** What the rest of the mail has to say about a sentence. */
export interface SaidContext {
  /** Whether the whole mail says of itself that it is a request. */
  readonly isRequest: boolean;
  /** Whether a text holds a negation of another language. */
  readonly isForeignNegation: (text: string) => boolean;
  /** Whether a text refuses a use in another language, so that its negation is that refusal. */
  readonly isRefusedElsewhere: (text: string) => boolean;
  /** Whether a text tells others, in any language, how to be rid of letters: "unsubscribe: click here" is no wish in German. */
  readonly isOfferToOthers: (text: string) => boolean;
}

/** Words in a sentence, or characters, that are too few to tell a story. */
const SHORT = { spaced: 4, unspaced: 14 } as const;

/** What a sentence begins with that is an order. */
const ORDERS: readonly Concept[] = [
  "erase",
  "correct",
  "access",
  "portability",
  "restriction",
  "consentWithdrawal",
];

/** Returns how a sentence says what it says, but for refusals and complaints. */
export function mannerOf(sentence: Sentence, lexicon: Lexicon, context: SaidContext): Manner {
  return mannerOfText(sentence.text, sentence, { lexicon, context });
}

/**
 * Returns how a sentence says a right of which a phrase is made: "I object to" and "in the event of my death" are a
 * negation and a condition of their own, and not of the request.
 */
export function selfDenyingManner(
  asked: Asked,
  sentence: Sentence,
  { lexicon, context, phrases }: Reading & { readonly phrases: readonly Concept[] },
): Manner {
  const bare = phrases.reduce((text, phrase) => lexicon.without(phrase, text), sentence.text);
  return mannerOfText(excusedText(bare, [asked], lexicon), sentence, { lexicon, context });
}

interface Reading {
  readonly lexicon: Lexicon;
  readonly context: SaidContext;
}

function mannerOfText(text: string, sentence: Sentence, { lexicon, context }: Reading): Manner {
  if (isNegated(text, lexicon) || context.isForeignNegation(text)) return "negated";
  if (isSupposed(text, lexicon)) return "supposed";
  if (isOnlyMentioned(sentence, lexicon)) return "mentioned";
  return context.isRequest || isWished(sentence, lexicon) ? "asked" : "mentioned";
}

/** A refusal is a negation itself: only a second one turns it round, and an offer to others is none. */
export function refusalManner(
  sentence: Sentence,
  lexicon: Lexicon,
  { isForeignNegation, isRefusedElsewhere, isOfferToOthers }: SaidContext,
): Manner {
  const isTurned =
    lexicon.has("optIn", sentence.text) ||
    isNegatedNearby("refuses", sentence.text, lexicon) ||
    (isForeignNegation(sentence.text) && !isRefusedElsewhere(sentence.text));
  if (isTurned) return "negated";
  if (isSupposed(sentence.text, lexicon)) return "supposed";
  if (isOfferToOthers(sentence.text)) return "mentioned";
  return isOnlyMentioned(sentence, lexicon) ? "mentioned" : "asked";
}

/** A complaint is about something that did not happen, so negations and what happened belong to it. */
export function grievanceManner(sentence: Sentence, lexicon: Lexicon): Manner {
  if (/^(?:no|not|kein)/u.test(sentence.text) || lexicon.has("hypothetical", sentence.text))
    return "supposed";
  if (sentence.isQuestion && !lexicon.has("polite", sentence.text)) return "supposed";
  return "asked";
}

function isSupposed(text: string, lexicon: Lexicon): boolean {
  const rest = lexicon.without("harmlessCondition", text);
  return lexicon.has("hypothetical", rest) || lexicon.has("howTo", rest);
}

/** "What do you hold about me?" is a question that is a request; all others have to be polite ones. */
function isOnlyMentioned({ text, isQuestion }: Sentence, lexicon: Lexicon): boolean {
  const rest = lexicon.without("harmlessCondition", text);
  if (lexicon.has("told", lexicon.without("harmlessTold", rest))) return true;
  if (lexicon.has("access", text)) return false;
  return (
    lexicon.has("question", lexicon.without("polite", rest)) || (isQuestion && !lexicon.has("polite", text))
  );
}

function isWished({ text, isQuestion }: Sentence, lexicon: Lexicon): boolean {
  if (lexicon.has("wish", text) || (isQuestion && lexicon.has("access", text))) return true;
  const bare = ["greeting", "filler"] as const;
  const left = bare.reduce((rest, concept) => lexicon.without(concept, rest), text);
  const parts = lexicon.words.writing === "spaced" ? /[\p{L}\p{M}\p{N}]+/gu : /[\p{L}\p{N}]/gu;
  const isShort = (left.match(parts) ?? []).length <= SHORT[lexicon.words.writing];
  return (
    isShort || ORDERS.some((verb) => lexicon.all(verb, left.trimStart()).some(({ start }) => start === 0))
  );
}

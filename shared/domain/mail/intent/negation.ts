import type { Lexicon, Span } from "./phrases.ts";
import type { Concept } from "./words.ts";

/** Characters around what is said in which a negation turns it round. */
const NEAR_CHARACTERS = 16;

/** Says whether something is negated in a sentence, apart from what is harmless. */
export function isNegated(text: string, lexicon: Lexicon): boolean {
  return holdsNegation("negation", withoutKept(text, lexicon), lexicon);
}

/** Says whether a text is negated by words that are a negation in this language alone. */
export function isPlainlyNegated(text: string, lexicon: Lexicon): boolean {
  return holdsNegation("plainNegation", text, lexicon);
}

/** Says whether a negation is next to a phrase, in the same part of the sentence. */
export function isNegatedNearby(concept: Concept, text: string, lexicon: Lexicon): boolean {
  return lexicon.all(concept, text).some(({ start, end }) => {
    const near = nearTo(text, { start, end }, lexicon);
    const [before = ""] = near.before.split(",").slice(-1);
    const [after = ""] = near.after.split(",");
    return isNegated(before, lexicon) || isNegated(after, lexicon);
  });
}

/** Half of a word is none: the end of "alumno" denies nothing. */
function nearTo(
  text: string,
  { start, end }: Span,
  lexicon: Lexicon,
): { readonly before: string; readonly after: string } {
  const before = text.slice(Math.max(0, start - NEAR_CHARACTERS), start);
  const after = text.slice(end, end + NEAR_CHARACTERS);
  if (lexicon.words.writing === "unspaced") return { before, after };
  const isCutBefore = /[^ ]/.test(text.charAt(start - NEAR_CHARACTERS - 1));
  const isCutAfter = /[^ ]/.test(text.charAt(end + NEAR_CHARACTERS));
  return {
    before: isCutBefore ? before.replace(/^[^ ,]+/, "") : before,
    after: isCutAfter ? after.replace(/[^ ,]+$/, "") : after,
  };
}

/** That an account stays negates nothing where a part of it is spoken of; "the data that you keep" keeps nothing. */
export function withoutKept(text: string, lexicon: Lexicon): string {
  const kept = lexicon.without("held", lexicon.without("keepAccount", text));
  const parts = ["face", "project", "processors"] as const;
  if (!parts.some((part) => lexicon.has(part, kept))) return kept;
  return withoutSpared(lexicon.without("restStays", kept), lexicon);
}

/** "Do not delete my account", beside a part that is to be deleted. */
function withoutSpared(text: string, lexicon: Lexicon): string {
  const accounts = lexicon.all("account", text);
  return lexicon.all("notErased", text).reduceRight((rest, { start, end }) => {
    const after = accounts.find((account) => account.start >= end - 1 && account.start <= end + 1);
    const before = accounts.find((account) => account.end <= start && account.end >= start - 2);
    if (after !== undefined) return `${rest.slice(0, start)} ${rest.slice(after.end)}`;
    return before === undefined ? rest : `${rest.slice(0, before.start)} ${rest.slice(end)}`;
  }, text);
}

function holdsNegation(concept: "negation" | "plainNegation", text: string, lexicon: Lexicon): boolean {
  return lexicon.has(concept, withoutHarmless(lexicon.without("negatesNothing", text), lexicon));
}

/** "I no longer use it, please delete": harmless, because a break is between it and every verb. */
function withoutHarmless(text: string, lexicon: Lexicon): string {
  const verbs = [...lexicon.all("erase", text), ...lexicon.all("erased", text)];
  return lexicon.all("harmlessNegation", text).reduceRight((rest, { start, end }) => {
    const isHarmless = verbs.every((verb) => {
      if (verb.end <= start) return lexicon.has("breaks", text.slice(verb.end, start));
      return verb.start >= end && lexicon.has("breaks", text.slice(end, verb.start));
    });
    return isHarmless ? `${rest.slice(0, start)} ${rest.slice(end)}` : rest;
  }, text);
}

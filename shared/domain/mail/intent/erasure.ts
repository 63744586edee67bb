import type { MailScope } from "../intent.ts";
import { type ErasureObject, OBJECTS, scopeOf } from "./erasure-scope.ts";
import type { Lexicon, Span } from "./phrases.ts";
import type { Concept } from "./words.ts";

/** What a sentence says about erasing, whether or not it asks for it. */
export type ErasureSaid =
  | { readonly said: "nothing" }
  /** A verb, and nothing that could be its object. */
  | { readonly said: "verb" }
  /** "Delete it": what it is may be said elsewhere. */
  | { readonly said: "pronoun" }
  | { readonly said: "scope"; readonly scope: MailScope }
  /** Objects that are not one scope. */
  | { readonly said: "several" };

/** Characters between verb and object: with more, they are not of one another, and many would be slow to read. */
const GAP_MAX = { spaced: 240, unspaced: 80 } as const;
/** Unknown words between verb and object: the object may be another then, so few. */
const UNKNOWN_WORDS = { spaced: 2, unspaced: 0 } as const;

/**
 * Returns what a sentence says about erasing. A verb and an object belong together only if next to nothing that is
 * unknown is between them, nothing that is another object, and the object is not merely where that is.
 */
export function erasureSaid(sentence: string, lexicon: Lexicon): ErasureSaid {
  const linked = linkedObjects(sentence, lexicon);
  if (linked.size === 0 && isNamed(sentence, lexicon)) linked.add("account");
  const isInclusive = lexicon.has("inclusive", sentence);
  if (isOfProcessors(sentence, linked, lexicon) && !isInclusive) return { said: "several" };
  const scope = scopeOf(linked, isInclusive);
  if (scope === "several") return { said: "several" };
  if (scope !== undefined) return { said: "scope", scope };
  if (!hasVerb(sentence, lexicon)) return { said: "nothing" };
  return hasPronoun(sentence, lexicon) ? { said: "pronoun" } : { said: "verb" };
}

/** "The data that you gave to your partners": all, or only theirs. */
function isOfProcessors(sentence: string, linked: ReadonlySet<ErasureObject>, lexicon: Lexicon): boolean {
  const isData = linked.has("data") || linked.has("everything");
  return isData && !linked.has("account") && !linked.has("processors") && lexicon.has("processors", sentence);
}

/** "Right to erasure": of all, if nothing else is spoken of. */
function isNamed(sentence: string, lexicon: Lexicon): boolean {
  const others = ["face", "project", "projects", "processors", "otherThing"] as const;
  return lexicon.has("erasureNamed", sentence) && !others.some((other) => lexicon.has(other, sentence));
}

function hasVerb(sentence: string, lexicon: Lexicon): boolean {
  return lexicon.has("erase", sentence) || lexicon.has("erased", sentence);
}

function linkedObjects(sentence: string, lexicon: Lexicon): Set<ErasureObject> {
  const verbs = lexicon.all("erase", sentence);
  const participles = lexicon.all("erased", sentence);
  const linked = new Set<ErasureObject>();
  for (const kind of OBJECTS) {
    for (const object of lexicon.all(kind, sentence)) {
      const isLinked =
        verbs.some((verb) => isObjectOf(sentence, lexicon, { verb, object, kind })) ||
        participles.some((verb) => isObjectOfParticiple(sentence, lexicon, { verb, object, kind }));
      if (isLinked) linked.add(kind);
    }
  }
  return linked;
}

interface Pair {
  readonly verb: Span;
  readonly object: Span;
  readonly kind: ErasureObject;
}

function isObjectOf(sentence: string, lexicon: Lexicon, { verb, object, kind }: Pair): boolean {
  if (Math.max(object.start - verb.end, verb.start - object.end) > GAP_MAX[lexicon.words.writing])
    return false;
  if (isPartOfAnother(sentence, lexicon, object) || isPlace(sentence, lexicon, object, kind)) return false;
  // "My data from this picture" is not all that there is about me.
  if (kind === "data" && lexicon.has("otherThing", sentence)) return false;
  if (verb.start >= object.end) return isBareBetween(sentence, lexicon, { one: object, other: verb, kind });
  if (verb.end > object.start) return false;
  const gap = sentence.slice(verb.end, object.start);
  // Where verbs come last, what comes after one and a break is of the next.
  if (lexicon.words.isVerbLast && (/[,、]/.test(gap) || lexicon.has("breaks", gap))) return false;
  if (isBareBetween(sentence, lexicon, { one: verb, other: object, kind })) return true;
  const left = unknownIn(gap, lexicon);
  const isMuch = left > UNKNOWN_WORDS[lexicon.words.writing] || lexicon.has("otherThing", gap);
  return !isMuch && !endsWith(gap, "locative", lexicon) && !gap.includes(",");
}

/** "Remove the wrong date from my profile": the profile is where that is, and stays. */
function isPlace(sentence: string, lexicon: Lexicon, object: Span, kind: ErasureObject): boolean {
  if (kind !== "account" && kind !== "data") return false;
  if (!lexicon.words.isVerbLast) return endsWith(sentence.slice(0, object.start), "outOf", lexicon);
  return lexicon.all("outOf", sentence.slice(object.end)).some(({ start }) => start <= 1);
}

/** "My data deleted", and "deleted at your partners". */
function isObjectOfParticiple(sentence: string, lexicon: Lexicon, { verb, object, kind }: Pair): boolean {
  if (Math.max(object.start - verb.end, verb.start - object.end) > GAP_MAX[lexicon.words.writing])
    return false;
  if (isPlace(sentence, lexicon, object, kind)) return false;
  if (verb.start >= object.end) return isBareBetween(sentence, lexicon, { one: object, other: verb, kind });
  return kind === "processors" && isBareBetween(sentence, lexicon, { one: verb, other: object, kind });
}

interface Gap {
  readonly one: Span;
  readonly other: Span;
  readonly kind: ErasureObject;
}

/** "The copies of my pictures at your partners": whatever they are copies of, they are what partners hold. */
function isBareBetween(sentence: string, lexicon: Lexicon, { one, other, kind }: Gap): boolean {
  const gap = sentence.slice(one.end, other.start);
  return unknownIn(kind === "processors" ? lexicon.without("copies", gap) : gap, lexicon) === 0;
}

/** Where the next word begins. */
const NEXT = { spaced: 1, unspaced: 0 } as const;

/** "My account picture": the picture is meant. */
function isPartOfAnother(sentence: string, lexicon: Lexicon, object: Span): boolean {
  const after = sentence.slice(object.end);
  const [joint] = lexicon.all("joint", after).filter(({ start }) => start <= 1);
  const rest = joint === undefined ? after : after.slice(joint.end);
  return lexicon.all("otherThing", rest).some(({ start }) => start <= NEXT[lexicon.words.writing]);
}

/** Counts the words, or characters, that are neither fillers nor objects. */
function unknownIn(gap: string, lexicon: Lexicon): number {
  const concepts: readonly Concept[] = [...OBJECTS, "erase", "filler"];
  const left = concepts.reduce((text, concept) => lexicon.without(concept, text), gap);
  const parts = lexicon.words.writing === "spaced" ? /[\p{L}\p{M}\p{N}'-]+/gu : /[\p{L}\p{N}]/gu;
  return (left.match(parts) ?? []).filter((part) => /\p{L}/u.test(part)).length;
}

function endsWith(text: string, concept: Concept, lexicon: Lexicon): boolean {
  const trimmed = text.trimEnd();
  return lexicon.all(concept, trimmed).some(({ end }) => end === trimmed.length);
}

function hasPronoun(sentence: string, lexicon: Lexicon): boolean {
  const verbs = lexicon.all("erase", sentence);
  const pronouns = lexicon.all("pronoun", sentence);
  return verbs.some((verb) =>
    pronouns.some((pronoun) => {
      const [first, second] = verb.start < pronoun.start ? [verb, pronoun] : [pronoun, verb];
      return (
        second.start >= first.end - 1 &&
        second.start - first.end <= GAP_MAX[lexicon.words.writing] &&
        unknownIn(sentence.slice(first.end, second.start), lexicon) === 0
      );
    }),
  );
}

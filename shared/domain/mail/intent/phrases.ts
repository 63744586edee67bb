import type { MailLanguage } from "../intent.ts";
import { normalised } from "./normalise.ts";
import { CONCEPTS, type Concept, type Words } from "./words.ts";

/** Where something was found in a sentence. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The phrases of a language, ready to be looked for. */
export interface Lexicon {
  readonly words: Words;
  /** Whether a text can say anything in the language at all. */
  readonly mayRead: (text: string) => boolean;
  readonly has: (concept: Concept, text: string) => boolean;
  readonly all: (concept: Concept, text: string) => readonly Span[];
  readonly without: (concept: Concept, text: string) => string;
  /** Years that a text names in phrases of the concept. */
  readonly years: (concept: Concept, text: string) => readonly number[];
}

const NEVER = /(?!)/gu;
const LATIN = /[a-z]/;
/** Devanagari, or those words of Hindi in Latin letters that no other language has. */
const HINDI =
  /\p{sc=Deva}|(?<![a-z])(?:hai|hain|karo|karna|karen|karein|karke|kijiye|mera|mere|meri|mujhe|apna|apne|nahi|nahin|nhi|aap|aapke|dijiye|bhejo|bhej|hatao|hata|chahta|chahti|chahiye|mat|raha|rahi|kardo|kar)(?![a-z])/u;
/** Scripts that a language is written in; people write Hindi in Latin letters too. */
const SCRIPTS: Readonly<Record<MailLanguage, RegExp>> = {
  en: LATIN,
  de: LATIN,
  fr: LATIN,
  es: LATIN,
  pt: LATIN,
  ja: /[\p{sc=Hira}\p{sc=Kana}\p{sc=Han}]/u,
  zh: /\p{sc=Han}/u,
  hi: HINDI,
};

/** Letters and digits of a normalised text, so few that expressions stay small: Latin, and Devanagari. */
const LETTERS = "a-z0-9\\u00e0-\\u024f\\u0900-\\u0963\\u0966-\\u097f";
/** Of a word; bounded, so that no text is slow to read. */
const REST_OF_WORD = `[${LETTERS}'-]{0,20}`;
const GAP = { spaced: "(?:[^ ,]{1,30} ){0,4}?", unspaced: ".{0,10}?" } as const;
/** Not inside of parentheses or brackets. */
const BETWEEN_PHRASES = /,(?![^(]*\))(?![^[]*\])\s*/;
/** Of a group of words, such as "(my |the )*"; bounded for the same reason. */
const MOST_REPEATED = "{0,6}";

/** Compiles the phrases of a language; the same one twice is compiled once. */
export function lexiconOf(words: Words): Lexicon {
  const patterns = new Map<Concept, Patterns>();
  for (const concept of CONCEPTS) patterns.set(concept, patternsOf(words, concept));
  const pattern = (concept: Concept): RegExp => patterns.get(concept)?.any ?? NEVER;
  const all = (concept: Concept, text: string): readonly Span[] => spansOf(patterns.get(concept), text);
  const mayRead = (text: string): boolean => SCRIPTS[words.language].test(text);
  return {
    words,
    mayRead,
    has: (concept, text) => text.search(pattern(concept)) >= 0,
    all,
    without: (concept, text) => withoutSpans(text, all(concept, text)),
    years: (concept, text) => matchesOf(pattern(concept), text).flatMap((match) => yearsIn(words, match)),
  };
}

/** The phrases of a concept, all at once to find one and each for itself to find the longest. */
interface Patterns {
  readonly any: RegExp;
  readonly each: readonly RegExp[];
}

/** Returns the longest phrase wherever one begins, and none within another. */
function spansOf(patterns: Patterns | undefined, text: string): readonly Span[] {
  const spans: Span[] = [];
  if (patterns === undefined) return spans;
  let end = 0;
  for (const { index } of matchesOf(patterns.any, text)) {
    if (index < end) continue;
    end = Math.max(...patterns.each.map((phrase) => endOf(phrase, text, index)));
    spans.push({ start: index, end });
  }
  return spans;
}

function withoutSpans(text: string, spans: readonly Span[]): string {
  const starts = [0, ...spans.map(({ end }) => end)];
  return starts.map((start, at) => text.slice(start, spans[at]?.start ?? text.length)).join(" ");
}

function endOf(phrase: RegExp, text: string, start: number): number {
  phrase.lastIndex = start;
  return phrase.test(text) ? phrase.lastIndex : start;
}

function matchesOf(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  return [...text.matchAll(pattern)];
}

/** Splits what a language's file says of a concept into its phrases. */
export function phrasesOf(words: Words, concept: Concept): readonly string[] {
  return words.phrases[concept]
    .split(BETWEEN_PHRASES)
    .map((phrase) => normalisedPhrase(phrase))
    .filter((phrase) => phrase !== "");
}

/** A phrase is normalised as a text is, but for the marks that say how it is looked for. */
function normalisedPhrase(phrase: string): string {
  const marks = [..."*#|_"];
  const kept = marks.reduce(
    (text, mark, at) => text.replaceAll(mark, String.fromCodePoint(0xe000 + at)),
    phrase,
  );
  // White space next to a mark of ours says something: "(my |the )".
  const plain = normalised(kept.replace(/\s+/g, " "));
  return marks.reduce((text, mark, at) => text.replaceAll(String.fromCodePoint(0xe000 + at), mark), plain);
}

function patternsOf(words: Words, concept: Concept): Patterns {
  const phrases = [...phrasesOf(words, concept)].sort((one, other) => other.length - one.length);
  if (phrases.length === 0) return { any: NEVER, each: [] };
  const sources = phrases.map((phrase) => sourceOf(phrase, words));
  // A word begins and ends where letters do, and a comma anywhere; where words are not parted, nothing ends them.
  const edge = words.writing === "unspaced" ? "" : `(?:(?<![${LETTERS}])|(?![${LETTERS}]))`;
  const bounded = (source: string): string => `${edge}(?:${source})${edge}`;
  return {
    any: new RegExp(bounded(sources.join("|")), "gu"),
    each: sources.map((source) => new RegExp(bounded(source), "uy")),
  };
}

function sourceOf(phrase: string, words: Words): string {
  return withRepeatedGroups(phrase, words.writing)
    .replace(/\((?!\?)/g, "(?:")
    .replace(/\\\(\?:/g, "\\(")
    .replaceAll("*", REST_OF_WORD)
    .replace(/<(\d+)>/g, "(?:[^ ,]{1,30} ){0,$1}?")
    .replaceAll(" ... ", ` ${GAP.spaced}`)
    .replaceAll("...", GAP.unspaced)
    .replaceAll("#", `(${["\\d{1,3}", ...Object.keys(words.numbers).map(normalised)].join("|")})`);
}

/** A group that holds the spaces between its words may come again; after any other, `*` is the rest of a word. */
function withRepeatedGroups(phrase: string, writing: Words["writing"]): string {
  const opened: number[] = [];
  let source = "";
  for (const [at, character] of [...phrase].entries()) {
    if (character === "(") opened.push(at);
    const body = character === ")" ? phrase.slice((opened.pop() ?? 0) + 1, at) : undefined;
    const isRepeated = body !== undefined && (writing === "unspaced" || body !== body.trim());
    const isStarOfGroup = character === "*" && source.endsWith(MOST_REPEATED);
    if (!isStarOfGroup) source += character;
    if (isRepeated && phrase[at + 1] === "*") source += MOST_REPEATED;
  }
  return source;
}

function yearsIn(words: Words, match: RegExpMatchArray): readonly number[] {
  const found = match.slice(1).find((group) => group !== undefined);
  if (found === undefined) return [];
  if (/^\d+$/.test(found)) return [Number(found)];
  const named = Object.entries(words.numbers).find(([name]) => normalised(name) === found);
  return named === undefined ? [] : [named[1]];
}

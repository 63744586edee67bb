import type { MailLanguage } from "../intent.ts";
import { isPlainlyNegated } from "./negation.ts";
import { type Lexicon, lexiconOf } from "./phrases.ts";
import { refusalsIn } from "./refusals.ts";
import { DE } from "./words/de.ts";
import { EN } from "./words/en.ts";
import { ES } from "./words/es.ts";
import { FR } from "./words/fr.ts";
import { HI } from "./words/hi.ts";
import { JA } from "./words/ja.ts";
import { PT } from "./words/pt.ts";
import { ZH } from "./words/zh.ts";

/** One language a line; each is read in every mail, since people mix them. */
export const LEXICONS: readonly Lexicon[] = [EN, DE, FR, ES, PT, JA, ZH, HI].map(lexiconOf);

/** Returns the languages that a text can be of, so that words of others say nothing. */
export function spokenIn(text: string): readonly Lexicon[] {
  return LEXICONS.filter((lexicon) => lexicon.mayRead(text));
}

/** Returns the language that most of the small words of a text are of, if it has any. */
export function languageOf(text: string): MailLanguage | undefined {
  const scores = LEXICONS.map((lexicon) => ({
    language: lexicon.words.language,
    score: scriptScore(text, lexicon.words.language) + lexicon.all("common", text).length,
  }));
  const best = scores.reduce((one, other) => (other.score > one.score ? other : one));
  return best.score > 0 ? best.language : undefined;
}

/** A script that only one of the languages is written in outweighs words. */
function scriptScore(text: string, language: MailLanguage): number {
  const count = (script: RegExp): number => (text.match(script) ?? []).length;
  if (language === "hi") return count(/\p{sc=Deva}/gu);
  const kana = count(/[\p{sc=Hira}\p{sc=Kana}]/gu);
  const han = count(/\p{sc=Han}/gu);
  if (language === "ja") return kana > 0 ? kana + han : 0;
  return language === "zh" && kana === 0 ? han : 0;
}

/** Says whether a text holds a negation of a language other than this one: people mix languages. */
export function hasForeignNegation(text: string, lexicon: Lexicon): boolean {
  return LEXICONS.some((other) => other !== lexicon && isPlainlyNegated(text, other));
}

/** Whether a text tells others how to be rid of letters; a word such as "unsubscribe" is one of several languages. */
export function isOfferToOthers(text: string): boolean {
  return LEXICONS.some((lexicon) => lexicon.has("offersOptOut", text));
}

/** Says whether a text refuses a use in a language other than this one. */
export function isRefusedElsewhere(text: string, lexicon: Lexicon): boolean {
  return spokenIn(text).some((other) => other !== lexicon && refusalsIn(text, other).length > 0);
}

import { spokenIn } from "./lexicons.ts";
import type { Lexicon } from "./phrases.ts";
import type { Sentence } from "./sentences.ts";

/** Returns sentences without what the sender tried in vain: "it will not let itself be deleted" denies no request. */
export function withoutVainTries(sentences: readonly Sentence[]): readonly Sentence[] {
  const speaking = spokenIn(sentences.map(({ text }) => text).join(" "));
  return sentences.map((sentence) => ({
    ...sentence,
    text: speaking.reduce((rest, lexicon) => lexicon.without("resists", rest), sentence.text),
  }));
}

/**
 * Returns sentences without what the sender has yet to decide: "before I decide whether to delete my account, send me
 * a copy" asks for a copy, and only for that.
 */
export function withoutAsides(sentences: readonly Sentence[]): readonly Sentence[] {
  const text = sentences.map((sentence) => sentence.text).join(" ");
  const speaking = spokenIn(text).filter((lexicon) => isCopyAsked(sentences, lexicon));
  return sentences.map((sentence) => ({
    ...sentence,
    text: speaking.reduce((rest, lexicon) => lexicon.without("beforeDeciding", rest), sentence.text),
  }));
}

function isCopyAsked(sentences: readonly Sentence[], lexicon: Lexicon): boolean {
  if (!sentences.some(({ text }) => lexicon.has("beforeDeciding", text))) return false;
  const rests = sentences.map(({ text }) => lexicon.without("beforeDeciding", text));
  const isCopy = rests.some((rest) => lexicon.has("access", rest) || lexicon.has("portability", rest));
  return isCopy && !rests.some((rest) => lexicon.has("erase", rest) || lexicon.has("erased", rest));
}

import { isNegatedNearby } from "./negation.ts";
import type { Lexicon } from "./phrases.ts";
import type { Said } from "./said.ts";
import type { Sentence } from "./sentences.ts";

/** Says whether a mail takes an earlier request back: `doubtful` if it also says the contrary. */
export function isWithdrawn(
  sentences: readonly Sentence[],
  said: readonly Said[],
  lexicon: Lexicon,
): "withdrawn" | "doubtful" | "not" {
  const taking = sentences.filter(({ text }) => lexicon.has("withdrawnRequest", text));
  const isMindChanged = sentences.some(({ text }) => lexicon.has("changedMind", text));
  if (taking.length === 0 && !isMindChanged) return "not";
  const others = said.filter(({ sentence }) => !taking.includes(sentence) && !isPast(sentence, lexicon));
  if (others.some(({ manner }) => manner === "asked")) return "doubtful";
  if (taking.length > 0)
    return taking.every((sentence) => isPlain(sentence, lexicon)) ? "withdrawn" : "doubtful";
  const isKept = sentences.some(({ text }) => lexicon.has("keepAccount", text));
  const isTakenBack = said.some(({ asked }) => asked.what === "right" && asked.right === "erasure");
  return isKept || isTakenBack ? "withdrawn" : "not";
}

function isPlain({ text, isQuestion }: Sentence, lexicon: Lexicon): boolean {
  if (isQuestion && !lexicon.has("polite", text)) return false;
  const rest = lexicon.without("harmlessCondition", text);
  if (lexicon.has("hypothetical", rest) || lexicon.has("howTo", rest)) return false;
  // That the request was made is a part of taking it back.
  if (lexicon.has("told", lexicon.without("withdrawnRequest", rest))) return false;
  return !isNegatedNearby("withdrawnRequest", text, lexicon);
}

/** "Yesterday I asked you to delete my account": that is the request which is taken back. */
function isPast({ text, isSubject }: Sentence, lexicon: Lexicon): boolean {
  return isSubject || lexicon.has("earlier", text);
}

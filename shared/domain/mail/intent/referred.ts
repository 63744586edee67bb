import type { Asked } from "../intent.ts";
import { erasureSaid } from "./erasure.ts";
import { mannerOf, type SaidContext } from "./manner.ts";
import type { Lexicon } from "./phrases.ts";
import { hasOtherThing } from "./said.ts";
import type { Sentence } from "./sentences.ts";

/** Returns what is asked of a thing that another sentence names: "delete it", "please correct that". */
export function referredTo(
  sentences: readonly Sentence[],
  lexicon: Lexicon,
  context: SaidContext,
): readonly Asked[] {
  const erased = erasureReferredTo(sentences, lexicon, context);
  return [...erased, ...correctionReferredTo(sentences, lexicon, context)];
}

/** "Delete it", where the mail speaks of one account and of no other thing. */
function erasureReferredTo(
  sentences: readonly Sentence[],
  lexicon: Lexicon,
  context: SaidContext,
): readonly Asked[] {
  const hasOther = sentences.some(({ text }) =>
    (["otherThing", "project", "projects", "processors", "face"] as const).some((thing) =>
      lexicon.has(thing, text),
    ),
  );
  const accounts = ["account", "anAccount"] as const;
  const hasAccount = sentences.some(({ text }) => accounts.some((account) => lexicon.has(account, text)));
  if (hasOther || !hasAccount) return [];
  const refers = sentences.some(
    (sentence) =>
      erasureSaid(sentence.text, lexicon).said === "pronoun" &&
      mannerOf(sentence, lexicon, context) === "asked",
  );
  return refers ? [{ what: "right", right: "erasure", scope: "account" }] : [];
}

/** "My name is misspelt. Please correct it.": a detail, a mistake, and somebody who is to correct something. */
function correctionReferredTo(
  sentences: readonly Sentence[],
  lexicon: Lexicon,
  context: SaidContext,
): readonly Asked[] {
  if (sentences.some(({ text }) => hasOtherThing(text, lexicon))) return [];
  const has = (...concepts: readonly ("detail" | "detailNoun" | "isWrong")[]): boolean =>
    sentences.some(({ text }) => concepts.some((concept) => lexicon.has(concept, text)));
  if (!has("isWrong") || !has("detail", "detailNoun")) return [];
  const isAsked = sentences.some(({ text, isQuestion, isSubject }) => {
    // What is wrong is said with "not": only the part from the verb on asks.
    const [verb] = lexicon.all("correct", text);
    if (verb === undefined) return false;
    const asking = { text: lexicon.without("isWrong", text), isQuestion, isSubject };
    return mannerOf(asking, lexicon, context) === "asked";
  });
  return isAsked ? [{ what: "right", right: "correction" }] : [];
}

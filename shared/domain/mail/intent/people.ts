import { isPupilReported, isReport, isYoung } from "./minor.ts";
import { isNegatedNearby } from "./negation.ts";
import type { Lexicon } from "./phrases.ts";
import type { Sentence } from "./sentences.ts";

/** Whose data a mail is about. */
export type Whose =
  | { readonly whose: "own" }
  | { readonly whose: "of-somebody-else" }
  /** A child's account, the writer's own or another's. */
  | { readonly whose: "of-a-minor" }
  | { readonly whose: "negated" };

/**
 * Returns whose data it is: a child is reported only where somebody says an age, or a minor, and that there is an
 * account. Relatives in a story are harmless if somebody asks for what is `my` own.
 */
export function whoseIsIt(
  sentences: readonly Sentence[],
  asking: readonly Sentence[],
  lexicon: Lexicon,
): Whose {
  const about = sentences.filter(({ text }) => speaksOfMinor(text, lexicon));
  if (about.some(({ text, isQuestion }) => isQuestion || isDenied(text, lexicon)))
    return { whose: "negated" };
  const stated = sentences.filter(({ isQuestion }) => !isQuestion).map(({ text }) => text);
  const isStated =
    stated.length === sentences.length || stated.some((text) => lexicon.has("usesService", text));
  if (about.some(({ text }) => isReport(text, lexicon)))
    return { whose: isStated ? "of-a-minor" : "negated" };
  if (isPupilReported(sentences, lexicon)) return { whose: "of-a-minor" };
  if (sentences.some(({ text }) => lexicon.has("behalf", text)))
    return { whose: isChildReported(stated, lexicon) ? "of-a-minor" : "of-somebody-else" };
  const people = sentences.filter(({ text }) => namesPerson(text, lexicon));
  if (people.length === 0 || isOnlyStory(people, asking, lexicon)) return { whose: "own" };
  const isOwn = asking.length > 0 && asking.every(({ text }) => isMine(text, lexicon));
  return { whose: !isOwn && isChildReported(stated, lexicon) ? "of-a-minor" : "of-somebody-else" };
}

function isChildReported(stated: readonly string[], lexicon: Lexicon): boolean {
  const isChild = stated.some((text) => lexicon.has("child", text));
  const hasAge = stated.some((text) => isYoung(text, lexicon));
  return isChild && hasAge && stated.some((text) => uses(text, lexicon));
}

function uses(text: string, lexicon: Lexicon): boolean {
  return lexicon.has("usesService", text) && !lexicon.has("hypothetical", text);
}

function namesPerson(text: string, lexicon: Lexicon): boolean {
  return lexicon.has("relative", text) || lexicon.has("child", text);
}

/** "I made a book for my sister. Please delete my account.": nobody in the story has anything to do with an account. */
function isOnlyStory(people: readonly Sentence[], asking: readonly Sentence[], lexicon: Lexicon): boolean {
  const owned = ["account", "anAccount", "data", "everything", "face"] as const;
  const isStory = people.every(
    ({ text }) => lexicon.has("openedForMe", text) || owned.every((thing) => !lexicon.has(thing, text)),
  );
  return isStory && asking.length > 0 && asking.every(({ text }) => isMine(text, lexicon));
}

function isMine(text: string, lexicon: Lexicon): boolean {
  return lexicon.has("mine", text) && !namesPerson(text, lexicon);
}

/** Says whether it is denied that somebody is a minor; what a minor did without asking denies nothing. */
function isDenied(text: string, lexicon: Lexicon): boolean {
  const concepts = ["selfAge", "selfMinor", "minorReported", "age", "minor"] as const;
  const bare = lexicon.without("harmlessNegation", text);
  return concepts.some((concept) => isNegatedNearby(concept, bare, lexicon));
}

function speaksOfMinor(text: string, lexicon: Lexicon): boolean {
  return isReport(text, lexicon) || (lexicon.has("child", text) && isYoung(text, lexicon));
}

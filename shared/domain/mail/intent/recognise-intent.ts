import type { Intent, IntentDoubt, MailLanguage } from "../intent.ts";
import type { MailAsRead } from "../mail-as-read.ts";
import { withoutAsides, withoutVainTries } from "./asides.ts";
import { type Decision, decide } from "./decide.ts";
import { erasureSaid } from "./erasure.ts";
import { type Heard, heardIn } from "./heard.ts";
import { LEXICONS, languageOf, spokenIn } from "./lexicons.ts";
import { normalised } from "./normalise.ts";
import { type Sentence, sentencesOf } from "./sentences.ts";
import type { Concept } from "./words.ts";

/** The subject lines that a published policy names. */
const PRIVACY_REQUEST = /^\W*privacy request\W*$/;
const TRAINING_OPT_OUT = /^\W*model training opt[- ]?out\W*$/;

/**
 * Characters: more than anybody writes who asks for one thing. Of a sentence each verb is held against each object, so one
 * that never ends would keep the reader for minutes.
 */
const OWN_WORDS_MAX = 20_000;
const SENTENCE_MAX = 1_500;

/**
 * Returns what a mail asks for, or why only a person can say so. A right is recognised only where nothing in the mail
 * speaks against it: no negation, condition, question, other person, second right or words of others.
 *
 * @param mail as it was read: what is quoted is not in `text`.
 */
export function recogniseIntent(mail: Pick<MailAsRead, "subject" | "text" | "hasQuotation">): Intent {
  const { sentences, quoted } = sentencesOf(mail);
  if (isTooLong(sentences)) return doubt("too-long", undefined);
  const own = withoutVainTries(withoutAsides(sentences.filter(({ text }) => !hasAny("disclaimer", text))));
  const language = languageOf(own.map(({ text }) => text).join(" "));
  if (hasAny("instructions", normalised(`${mail.subject}\n${mail.text}`)))
    return doubt("instructions", language);
  const isOnlyQuoted = mail.hasQuotation && !own.some(({ isSubject }) => !isSubject);
  if (isOnlyQuoted) return doubt("only-quoted", language);
  if (own.some(({ text }) => hasAny("advertises", text))) return doubt("nothing-recognised", language);
  const subject = normalised(mail.subject);
  const spoken = spokenIn(own.map(({ text }) => text).join(" "));
  const heard = spoken.map((lexicon) => heardIn(own, lexicon, PRIVACY_REQUEST.test(subject)));
  const isOptOut = TRAINING_OPT_OUT.test(subject);
  if (isOptOut && isTheOpposite(own)) return doubt("negated", language);
  const all = isOptOut ? [...heard, OPTED_OUT] : heard;
  return intentOf(decide(all, own, spoken), {
    all,
    language,
    isQuoted: mail.hasQuotation || isRequest(quoted),
  });
}

const OPTED_OUT: Heard = {
  language: "en",
  asked: [{ what: "opt-out", of: "training" }],
  doubts: [],
  whose: "own",
};

function intentOf(
  decision: Decision,
  read: {
    readonly all: readonly Heard[];
    readonly language: MailLanguage | undefined;
    readonly isQuoted: boolean;
  },
): Intent {
  if (decision.is === "doubt") return doubt(decision.why, read.language);
  if (decision.is === "nothing")
    return doubt(read.isQuoted ? "only-quoted" : "nothing-recognised", read.language);
  const spoken = read.all.filter(({ asked }) => asked.length > 0).map((one) => one.language);
  const language = spoken.find((one) => one === read.language) ?? read.language ?? spoken[0] ?? "en";
  return { clear: true, asked: decision.asked, language };
}

function doubt(why: IntentDoubt, language: MailLanguage | undefined): Intent {
  return { clear: false, why, ...(language && { language }) };
}

/** Whoever changes their mind answers under the line with which they once wrote: "you may use them after all". */
function isTheOpposite(own: readonly Sentence[]): boolean {
  return own.some(({ isSubject, text }) => !isSubject && hasAny("optIn", text));
}

function isTooLong(sentences: readonly Sentence[]): boolean {
  const length = sentences.reduce((sum, { text }) => sum + text.length, 0);
  return length > OWN_WORDS_MAX || sentences.some(({ text }) => text.length > SENTENCE_MAX);
}

function hasAny(concept: Concept, text: string): boolean {
  return LEXICONS.some((lexicon) => lexicon.has(concept, text));
}

function isRequest(text: string): boolean {
  return LEXICONS.some((lexicon) => erasureSaid(text, lexicon).said === "scope");
}

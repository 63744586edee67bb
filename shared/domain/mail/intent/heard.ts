import type { Asked, IntentDoubt, MailLanguage } from "../intent.ts";
import { erasureSaid } from "./erasure.ts";
import { excusedText, isComplaint, isPartOnly } from "./excuses.ts";
import { hasForeignNegation, isOfferToOthers, isRefusedElsewhere } from "./lexicons.ts";
import { isNegated } from "./negation.ts";
import { type Whose, whoseIsIt } from "./people.ts";
import type { Lexicon } from "./phrases.ts";
import { referredTo } from "./referred.ts";
import { type Said, saidIn } from "./said.ts";
import type { Sentence } from "./sentences.ts";
import { isWithdrawn } from "./withdrawn-request.ts";

/** What the whole mail says in one language. */
export interface Heard {
  readonly language: MailLanguage;
  readonly asked: readonly Asked[];
  /** Reasons for a person to look, the weightiest first. */
  readonly doubts: readonly IntentDoubt[];
  readonly whose: Whose["whose"];
}

/** Words of a sentence, or characters, that say no more than no. */
const NO_MORE_THAN_NO = { spaced: 4, unspaced: 6 } as const;

/** Returns what sentences say in one language; words of another say nothing in it. */
export function heardIn(sentences: readonly Sentence[], lexicon: Lexicon, isRequest: boolean): Heard {
  const context = {
    isRequest,
    isForeignNegation: (text: string) => hasForeignNegation(text, lexicon),
    isRefusedElsewhere: (text: string) => isRefusedElsewhere(text, lexicon),
    isOfferToOthers,
  };
  const said = sentences.flatMap((sentence) => saidIn(sentence, lexicon, context));
  const asking = withoutTitle(said.filter(({ manner }) => manner === "asked"));
  const withdrawal = isWithdrawn(sentences, said, lexicon);
  const deciding =
    withdrawal === "withdrawn"
      ? sentences.filter(({ text }) => lexicon.has("withdrawnRequest", text))
      : asking.map(({ sentence }) => sentence);
  const whose = whoseIsIt(sentences, deciding, lexicon).whose;
  const language = lexicon.words.language;
  if (withdrawal === "withdrawn")
    return { language, asked: [{ what: "withdrawal-of-request" }], doubts: [], whose };
  const asked = asking.map((one) => one.asked);
  const referred = asked.length === 0 ? referredTo(sentences, lexicon, context) : [];
  const doubts = withdrawal === "doubtful" ? ["negated" as const] : doubtsIn(sentences, said, lexicon);
  return { language, asked: [...asked, ...referred], doubts, whose };
}

/** "Objection" over a text that says to what: who objects to training, or to being sold, opts out of it. */
function withoutTitle(asking: readonly Said[]): readonly Said[] {
  const isOptOut = asking.some(
    ({ asked, isSubject }) => !isSubject && asked.what === "opt-out" && asked.of !== "marketing",
  );
  if (!isOptOut) return asking;
  return asking.filter(
    ({ asked, isSubject }) => !(isSubject && asked.what === "right" && asked.right === "objection"),
  );
}

function doubtsIn(
  sentences: readonly Sentence[],
  said: readonly Said[],
  lexicon: Lexicon,
): readonly IntentDoubt[] {
  const doubts: IntentDoubt[] = [];
  const asked = said.filter(({ manner }) => manner === "asked").map((one) => one.asked);
  if (said.some((one) => one.manner === "negated" && !isExcused(one, asked, lexicon))) doubts.push("negated");
  const silent = sentences.filter((sentence) => !said.some((one) => one.sentence === sentence));
  if (asked.length > 0 && silent.some((sentence) => deniesIt(sentence, asked, lexicon)))
    doubts.push("negated");
  if (isPartMeant(sentences, asked, lexicon)) doubts.push("several-rights");
  if (said.some(({ manner }) => manner === "supposed") || asksTheWay(sentences, said, lexicon))
    doubts.push("nothing-recognised");
  return doubts;
}

/** That the account is not to be erased belongs to a request for less than that. */
function isExcused({ asked, sentence }: Said, wanted: readonly Asked[], lexicon: Lexicon): boolean {
  if (asked.what !== "right" || asked.right !== "erasure") return false;
  if (isPartOnly(wanted)) return asked.scope === "account" && isSpared(sentence, lexicon);
  return wanted.length > 0 && !isNegated(excusedText(sentence.text, wanted, lexicon), lexicon);
}

/** "Do not delete my account": the negation is at the verb. */
function isSpared({ text }: Sentence, lexicon: Lexicon): boolean {
  return lexicon.has("notErased", text) && !isNegated(lexicon.without("notErased", text), lexicon);
}

function deniesIt(sentence: Sentence, asked: readonly Asked[], lexicon: Lexicon): boolean {
  if (isComplaint(asked)) return false;
  const text = excusedText(sentence.text, asked, lexicon);
  return saysOnlyNo(text, lexicon) || (asked.some(isErasure) && deniesErasing(text, lexicon));
}

function isErasure(asked: Asked): boolean {
  return asked.what === "right" && asked.right === "erasure";
}

/** "I never asked you to delete anything." */
function deniesErasing(text: string, lexicon: Lexicon): boolean {
  const { said } = erasureSaid(text, lexicon);
  return (said === "verb" || said === "pronoun") && isNegated(text, lexicon);
}

/** "Please don't." and "I do not ...": what comes before or after it may be meant. */
function saysOnlyNo(text: string, lexicon: Lexicon): boolean {
  if (!isNegated(text, lexicon)) return false;
  const parts = lexicon.words.writing === "spaced" ? /[\p{L}\p{M}\p{N}']+/gu : /[\p{L}\p{N}]/gu;
  if ((text.match(parts) ?? []).length <= NO_MORE_THAN_NO[lexicon.words.writing]) return true;
  // Where verbs come last, so does every negation: only one that is left open says no more.
  if (lexicon.words.isVerbLast && !/\.\.$/.test(text)) return false;
  const bare = text.replace(/[^\p{L}\p{M}\p{N}]+$/u, "");
  return lexicon.all("negation", bare).some(({ end }) => end === bare.length);
}

/** "I only mean the copies at your partners", or that the account stays, where all seemed to be asked. */
function isPartMeant(sentences: readonly Sentence[], asked: readonly Asked[], lexicon: Lexicon): boolean {
  const isWhole = asked.some(
    (one) => one.what === "right" && one.right === "erasure" && one.scope === "account",
  );
  if (!isWhole) return false;
  const parts = ["face", "project", "processors"] as const;
  return sentences.some(
    ({ text }) =>
      lexicon.has("keepAccount", text) ||
      (lexicon.has("only", text) && parts.some((part) => lexicon.has(part, text))),
  );
}

/** Who asks how to do it may want to do it later, or not at all; a title over a question is no request either. */
function asksTheWay(sentences: readonly Sentence[], said: readonly Said[], lexicon: Lexicon): boolean {
  const asked = said.filter(({ manner }) => manner === "asked");
  if (asked.length === 0) return false;
  if (sentences.some(({ text }) => lexicon.has("howTo", text))) return true;
  return (
    asked.every(({ isSubject }) => isSubject) &&
    sentences.some(({ isQuestion, isSubject }) => isQuestion && !isSubject)
  );
}

import type { Asked } from "../intent.ts";
import { erasureSaid } from "./erasure.ts";
import {
  grievanceManner,
  type Manner,
  mannerOf,
  refusalManner,
  type SaidContext,
  selfDenyingManner,
} from "./manner.ts";
import { withoutKept } from "./negation.ts";
import type { Lexicon } from "./phrases.ts";
import { refusalsIn } from "./refusals.ts";
import type { Sentence } from "./sentences.ts";
import type { Concept } from "./words.ts";

/** What a sentence says that may be asked, and how. */
export interface Said {
  readonly asked: Asked;
  readonly manner: Manner;
  readonly isSubject: boolean;
  readonly sentence: Sentence;
}

/** Rights that a phrase alone says. */
const BY_PHRASE: readonly (readonly [Concept, Asked])[] = [
  ["access", { what: "right", right: "access" }],
  ["portability", { what: "right", right: "portability" }],
  ["wrongDetail", { what: "right", right: "correction" }],
  ["restriction", { what: "right", right: "restriction" }],
  ["objection", { what: "right", right: "objection" }],
  ["nomination", { what: "right", right: "nomination" }],
  ["consentWithdrawal", { what: "withdrawal-of-consent" }],
];

/** Phrases that hold a negation or a condition of their own. */
const SELF_DENYING: Readonly<Partial<Record<Concept, readonly Concept[]>>> = {
  objection: ["objection"],
  consentWithdrawal: ["consentWithdrawal"],
  nomination: ["nomination", "uponDeath"],
  restriction: ["restriction"],
};

/** Returns what one sentence says. */
export function saidIn(sentence: Sentence, lexicon: Lexicon, context: SaidContext): readonly Said[] {
  const { text, isSubject } = sentence;
  const saying = (asked: Asked, manner: Manner): Said => ({ asked, manner, isSubject, sentence });
  const refused = refusalsIn(text, lexicon);
  const rights = refused.some(isObjected)
    ? rightsIn(text, lexicon).filter(isNoObjection)
    : rightsIn(text, lexicon);
  return [
    ...erasuresIn(text, lexicon).map((asked) => saying(asked, mannerOf(sentence, lexicon, context))),
    ...rights.map((asked) => saying(asked, rightManner(asked, sentence, lexicon, context))),
    ...refused.map((asked) => saying(asked, refusalManner(sentence, lexicon, context))),
    ...grievancesIn(text, lexicon).map((asked) => saying(asked, grievanceManner(sentence, lexicon))),
  ];
}

/** Who objects to training, or to being sold, opts out of it; of marketing a person decides. */
function isObjected(asked: Asked): boolean {
  return asked.what === "opt-out" && asked.of !== "marketing";
}

function isNoObjection(asked: Asked): boolean {
  return asked.what !== "right" || asked.right !== "objection";
}

function grievancesIn(text: string, lexicon: Lexicon): readonly Asked[] {
  // Until a complaint to somebody else is settled, processing is restricted.
  const rest = lexicon.has("restriction", text) ? lexicon.without("meanwhile", text) : text;
  const isGrievance = lexicon.has("grievance", rest) && !lexicon.has("threat", text);
  return isGrievance ? [{ what: "right", right: "grievance" }] : [];
}

function rightManner(asked: Asked, sentence: Sentence, lexicon: Lexicon, context: SaidContext): Manner {
  const concept = BY_PHRASE.find(([, one]) => JSON.stringify(one) === JSON.stringify(asked))?.[0];
  const phrases = concept === undefined ? undefined : SELF_DENYING[concept];
  if (phrases === undefined) return mannerOf(sentence, lexicon, context);
  // Who objects to being erased wants the contrary.
  if (concept === "objection" && lexicon.has("erase", sentence.text)) return "negated";
  return selfDenyingManner(asked, sentence, { lexicon, context, phrases });
}

function erasuresIn(text: string, lexicon: Lexicon): readonly Asked[] {
  const erasure = erasureSaid(withoutKept(text, lexicon), lexicon);
  return erasure.said === "scope" ? [{ what: "right", right: "erasure", scope: erasure.scope }] : [];
}

function rightsIn(text: string, lexicon: Lexicon): readonly Asked[] {
  const found = BY_PHRASE.filter(([concept]) =>
    concept === "access" ? asksForCopy(text, lexicon) : lexicon.has(concept, text),
  ).map(([, asked]) => asked);
  if (lexicon.has("appoint", text) && lexicon.has("uponDeath", text)) found.push(NOMINATION);
  if (isCorrection(text, lexicon)) found.push({ what: "right", right: "correction" });
  // A copy that another service can read is one request.
  const isPortable = found.some((asked) => asked.what === "right" && asked.right === "portability");
  return found.filter((asked) => !(isPortable && asked.what === "right" && asked.right === "access"));
}

/** "Erase everything that you know about me" says what is to be erased, and asks for nothing else. */
export function asksForCopy(text: string, lexicon: Lexicon): boolean {
  const copies = lexicon.all("access", text);
  const wholes = ["everything", "data", "processors"] as const;
  if (!lexicon.has("erase", text) && !lexicon.has("erased", text)) return copies.length > 0;
  const objects = wholes.flatMap((concept) => lexicon.all(concept, text));
  return copies.some(
    (copy) => !objects.some((object) => object.start <= copy.start && copy.end <= object.end),
  );
}

const NOMINATION: Asked = { what: "right", right: "nomination" };

/** Who changes to another service changes no detail. */
function isCorrection(text: string, lexicon: Lexicon): boolean {
  const stays = lexicon.without("moves", text);
  return lexicon.has("correct", stays) && lexicon.has("detail", text) && !hasOtherThing(text, lexicon);
}

/** Details of a person aside: a name on a picture is the picture's. */
export function hasOtherThing(text: string, lexicon: Lexicon): boolean {
  return lexicon.has("otherThing", lexicon.without("detailNoun", lexicon.without("detail", text)));
}

import type { MailLanguage } from "../intent.ts";

/** What a phrase can mean. Each language has its own phrases for each. */
export const CONCEPTS = [
  /** Frequent small words, by which a language is told from another. */
  "common",
  /** What may come before a request and says nothing. */
  "greeting",
  /** Makes a request of a sentence. */
  "wish",
  /** Makes a request of a question. */
  "polite",
  "question",
  "hypothetical",
  /** "If possible": conditions that are none. */
  "harmlessCondition",
  /** Tells what happened or was said: not a request. */
  "told",
  /** Asks for a way to do it oneself; a person explains it. */
  "howTo",
  "negation",
  /** Those negations that no other language has as another word. */
  "plainNegation",
  /** Negations of something else, if a break comes before the next verb. */
  "harmlessNegation",
  /** "Without delay": wherever it is. */
  "negatesNothing",
  /** "It keeps coming back after I delete it": why somebody is asked, and neither told nor denied. */
  "resists",
  "breaks",
  /** Verbs and nouns; `erased` are the forms that follow their object. */
  "erase",
  "erased",
  /** "It", after a verb. */
  "pronoun",
  /** May stand between verb and object. */
  "filler",
  "locative",
  /** Before or after what something is taken out of, and that stays. */
  "outOf",
  /** Between an object and the thing of it that is meant instead. */
  "joint",
  "account",
  /** An account that is told of before it is asked for. */
  "anAccount",
  "everything",
  "data",
  "face",
  "project",
  "projects",
  "processors",
  /** Of pictures and uploads, that partners hold. */
  "copies",
  "inclusive",
  /** Things of an image service that are no account. */
  "otherThing",
  "erasureNamed",
  "keepAccount",
  /** That the rest is to stay as it is. */
  "stays",
  /** "Do not touch the rest": in the sentence itself that asks for a part. */
  "restStays",
  /** "That you keep": says which data, and keeps nothing. */
  "held",
  /** A negation at a verb of erasing. */
  "notErased",
  "only",
  /** What belongs to the writer. */
  "mine",
  /** What was done by mistake, and is no erasure. */
  "harmlessTold",
  /** Before what a copy is asked for. */
  "beforeDeciding",
  /** What somebody has copied already. */
  "saved",
  "access",
  "portability",
  /** A copy of some kind: access, portability, or a button. */
  "export",
  "correct",
  "detail",
  "wrongDetail",
  /** A detail of a person, whoever it is of. */
  "detailNoun",
  "isWrong",
  /** To change to another service. */
  "moves",
  "restriction",
  /** "Until you have checked it": as long as processing is restricted. */
  "meanwhile",
  "objection",
  /** Belongs to each refusal. */
  "stopIt",
  "consentWithdrawal",
  "nomination",
  "appoint",
  "uponDeath",
  "grievance",
  "threat",
  "optOut",
  "optIn",
  "refuseUse",
  /** Verbs by which anything is forbidden. */
  "refuses",
  "training",
  "refuseMail",
  "marketing",
  "unsubscribe",
  /** Tells others how to unsubscribe. */
  "offersOptOut",
  "advertises",
  "subscription",
  "refuseSale",
  "sale",
  "withdrawnRequest",
  "changedMind",
  /** Of a request that was made before. */
  "earlier",
  "behalf",
  "relative",
  "child",
  /** An account that somebody else opened, and that is the writer's. */
  "openedForMe",
  "selfMinor",
  "selfAge",
  "age",
  "minor",
  "usesService",
  "minorReported",
  /** A child who is not the writer's own. */
  "pupil",
  /** Who looks after children of others, or says that something is reported. */
  "reporter",
  /** Has an account, or uses the service, already. */
  "holdsAccount",
  "instructions",
  "disclaimer",
] as const;

export type Concept = (typeof CONCEPTS)[number];

/**
 * The words of a language. A phrase is written as people write it, in small letters; phrases are parted by commas.
 * `*` is the rest of a word, `...` up to four words (or ten characters), `<n>` up to n words, `#` a number of years, `(a|b)` a choice and
 * `?` makes what is before it optional.
 */
export interface Words {
  readonly language: MailLanguage;
  /** `unspaced`: words are not parted, so phrases are looked for anywhere. */
  readonly writing: "spaced" | "unspaced";
  /** Whether verbs, and so negations, come last in a sentence. */
  readonly isVerbLast?: true;
  readonly numbers: Readonly<Record<string, number>>;
  readonly phrases: Readonly<Record<Concept, string>>;
}

import type { Right } from "../policy/right.ts";

/** Languages in which requests are recognised. */
export const MAIL_LANGUAGES = ["en", "de", "fr", "es", "pt", "ja", "zh", "hi"] as const;

export type MailLanguage = (typeof MAIL_LANGUAGES)[number];

/** What a request for erasure is about, as far as a mail can say it. */
export const MAIL_SCOPES = ["account", "facial-data", "project", "processors"] as const;

export type MailScope = (typeof MAIL_SCOPES)[number];

/** Uses of data that a person can put an end to. */
export const USES_STOPPED = ["training", "marketing", "sale"] as const;

export type UseStopped = (typeof USES_STOPPED)[number];

/** What a mail asks for. */
export type Asked =
  | { readonly what: "right"; readonly right: "erasure"; readonly scope: MailScope }
  | { readonly what: "right"; readonly right: Exclude<Right, "erasure"> }
  /** `opt-out` of which use; `marketing` and `training` are facts that take effect at once. */
  | { readonly what: "opt-out"; readonly of: UseStopped }
  /** A consent is taken back. */
  | { readonly what: "withdrawal-of-consent" }
  /** An earlier request is taken back. */
  | { readonly what: "withdrawal-of-request" }
  /** Somebody says that an account is a child's. */
  | { readonly what: "report-of-minor" };

/** Why it is not clear what is asked; a person looks. */
export const INTENT_DOUBTS = [
  "nothing-recognised",
  "negated",
  "several-rights",
  "only-quoted",
  "for-somebody-else",
  "instructions",
  "too-long",
] as const;

export type IntentDoubt = (typeof INTENT_DOUBTS)[number];

/** What was recognised in a mail. */
export type Intent =
  | { readonly clear: true; readonly asked: Asked; readonly language: MailLanguage }
  | { readonly clear: false; readonly why: IntentDoubt; readonly language?: MailLanguage };

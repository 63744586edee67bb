import type { Asked } from "../../shared/domain/mail/intent.ts";

/**
 * What is asked in a mail, as any careful support agent would read it; where a person must look, it is not clear.
 */
export type Expected = { readonly clear: true; readonly asked: Asked } | { readonly clear: false };

/** Whether a mail is a clear request, is easily mistaken for an erasure, or is no request under a right at all. */
export const MESSAGE_KINDS = ["request", "mistakable", "other"] as const;

/**
 * A mail as customers write it, and what it asks for. The messages were written by somebody who had not seen the
 * word lists, so that they measure the recogniser and not its author. People in them are invented, and addresses
 * are under `.example` (RFC 2606).
 */
export interface Message {
  /** The language, one of {@link MESSAGE_KINDS}, and a name, with hyphens between. */
  readonly id: string;
  readonly subject: string;
  /** What the sender wrote; some still have lines of a quotation, which begin with `>`. */
  readonly text: string;
  /** Whether the mail had a quotation, whether or not the reader could take it out. */
  readonly hasQuotation: boolean;
  readonly expected: Expected;
}

/** All of what is held about somebody; also "delete all my data" without the word account. */
export const ERASURE_OF_ACCOUNT = {
  clear: true,
  asked: { what: "right", right: "erasure", scope: "account" },
} as const satisfies Expected;

export const ERASURE_OF_FACIAL_DATA = {
  clear: true,
  asked: { what: "right", right: "erasure", scope: "facial-data" },
} as const satisfies Expected;

export const ERASURE_OF_PROJECT = {
  clear: true,
  asked: { what: "right", right: "erasure", scope: "project" },
} as const satisfies Expected;

/** Only the copies that partners and providers of AI hold. */
export const ERASURE_AT_PROCESSORS = {
  clear: true,
  asked: { what: "right", right: "erasure", scope: "processors" },
} as const satisfies Expected;

export const ACCESS = { clear: true, asked: { what: "right", right: "access" } } as const satisfies Expected;

export const PORTABILITY = {
  clear: true,
  asked: { what: "right", right: "portability" },
} as const satisfies Expected;

export const CORRECTION = {
  clear: true,
  asked: { what: "right", right: "correction" },
} as const satisfies Expected;

export const RESTRICTION = {
  clear: true,
  asked: { what: "right", right: "restriction" },
} as const satisfies Expected;

export const OBJECTION = {
  clear: true,
  asked: { what: "right", right: "objection" },
} as const satisfies Expected;

export const NOMINATION = {
  clear: true,
  asked: { what: "right", right: "nomination" },
} as const satisfies Expected;

export const GRIEVANCE = {
  clear: true,
  asked: { what: "right", right: "grievance" },
} as const satisfies Expected;

export const NO_TRAINING = {
  clear: true,
  asked: { what: "opt-out", of: "training" },
} as const satisfies Expected;

export const NO_MARKETING = {
  clear: true,
  asked: { what: "opt-out", of: "marketing" },
} as const satisfies Expected;

export const NO_SALE = { clear: true, asked: { what: "opt-out", of: "sale" } } as const satisfies Expected;

export const CONSENT_WITHDRAWN = {
  clear: true,
  asked: { what: "withdrawal-of-consent" },
} as const satisfies Expected;

export const REQUEST_WITHDRAWN = {
  clear: true,
  asked: { what: "withdrawal-of-request" },
} as const satisfies Expected;

export const MINOR = { clear: true, asked: { what: "report-of-minor" } } as const satisfies Expected;

export const NOT_CLEAR = { clear: false } as const satisfies Expected;

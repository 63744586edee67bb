import { keptStatements } from "../erasure/kept-statement.ts";
import type { StoreProgress } from "../erasure/store-progress.ts";
import { letterFor } from "../letters/letter-for.ts";
import type { KeptInLetter, LetterErased, LetterText } from "../letters/letter-values.ts";
import type { MailLanguage } from "../mail/intent.ts";
import type { Policy } from "../policy/policy.ts";
import type { ErasureRequest } from "./erasure-request.ts";

/** How whoever asked is written to. */
export interface CompletionAnswer {
  readonly language: MailLanguage;
  /** Where the certificate can be fetched; absent: by writing to us. */
  readonly statusLink?: string;
  /** The number that the person knows; absent: that of the erasure. */
  readonly number?: string;
  /** Until when backups may hold what was deleted, ISO 8601 UTC. */
  readonly copiesUntil?: string;
}

/**
 * Returns the letter that tells a person what was erased and where to get the proof of it; undefined if nobody is
 * told. It names no id of a thing: a letter is read on more screens than an account is.
 *
 * @param progress what the verifier saw of each store: only what was kept of this person is spoken of.
 */
export function completionLetter(
  policy: Policy,
  request: ErasureRequest,
  progress: readonly StoreProgress[],
  at: Date,
  answer: CompletionAnswer = { language: "en" },
): LetterText | undefined {
  const erased = erasedBy(policy, request);
  if (erased === undefined) return undefined;
  const { name: service, contact } = policy.service;
  const { language, statusLink, copiesUntil, number = request.requestId } = answer;
  return letterFor("completed", language, {
    ...{ service, contact, number, erased },
    kept: keptIn(policy, request, progress, at),
    ...(copiesUntil === undefined ? {} : { copiesUntil }),
    ...(statusLink === undefined ? {} : { statusLink }),
  });
}

function erasedBy(policy: Policy, { scope, category }: ErasureRequest): LetterErased | undefined {
  switch (scope) {
    case "account":
    case "minor":
    case "project":
    case "page":
    case "image":
    case "processors":
      return scope;
    case "category":
      return policy.categories.find(({ id }) => id === category)?.facial === true ? "facial-data" : "data";
    // Whoever is reported to an authority is not told by us, and neither is the child's family, who may be with them.
    case "preserve-and-report":
      return undefined;
  }
}

function keptIn(
  policy: Policy,
  { scope }: ErasureRequest,
  progress: readonly StoreProgress[],
  at: Date,
): readonly KeptInLetter[] {
  const what = (id: string) => policy.categories.find((category) => category.id === id)?.what ?? id;
  return keptStatements(policy, scope, progress, at).map(
    ({ category, legalBasis, until, pseudonymised }) => ({
      ...{ what: what(category), legalBasis, until },
      ...(pseudonymised === undefined ? {} : { pseudonymised }),
    }),
  );
}

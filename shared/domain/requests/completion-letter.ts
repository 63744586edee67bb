import { type KeptStatement, keptStatements } from "../erasure/kept-statement.ts";
import type { StoreProgress } from "../erasure/store-progress.ts";
import type { Policy } from "../policy/policy.ts";
import type { ErasureRequest } from "./erasure-request.ts";

/** A letter without its address. */
export interface LetterText {
  readonly subject: string;
  readonly text: string;
}

/** What was erased, in the words of a subject line and of a first sentence. */
interface Words {
  readonly title: string;
  readonly first: string;
}

/** What is known of the stores of others. */
const ANSWERED = "Each has answered, and we have its answer on record. We cannot look into what they hold.";

/** The account is the person's to keep, and they may wonder. */
const ACCOUNT_STAYS = "Your account and everything else in it are as they were.";

/**
 * Returns the letter that tells a person what was erased and where to ask for the proof of it; undefined if nobody is
 * told. It names no id of a thing: a letter is read on more screens than an account is.
 *
 * @param progress what the verifier saw of each store: only what was kept of this person is spoken of.
 */
export function completionLetter(
  policy: Policy,
  request: ErasureRequest,
  progress: readonly StoreProgress[],
  at: Date,
): LetterText | undefined {
  const words = wordsFor(policy, request);
  if (words === undefined) return undefined;
  const { name, contact } = policy.service;
  const kept = keptStatements(policy, request.scope, progress, at);
  return {
    subject: `${name}: ${words.title}`,
    text: [
      words.first,
      request.scope === "processors" ? ANSWERED : lookedAgain(kept),
      ...keptText(policy, kept),
      "",
      `The number of your request is ${request.requestId}. With it you can ask us for the signed certificate`,
      `of what was done: write to ${contact}.`,
      "",
      "This address was kept only to send you this letter, and is forgotten now.",
    ].join("\n"),
  };
}

function lookedAgain({ length }: readonly KeptStatement[]): string {
  const end = length === 0 ? "." : " but this:";
  return `We looked again afterwards, in every place where we keep such data, and found nothing of it${end}`;
}

function wordsFor(policy: Policy, { scope, category }: ErasureRequest): Words | undefined {
  const at = policy.service.name;
  switch (scope) {
    case "account":
      return {
        title: "your account has been deleted",
        first: `The data of your account at ${at} has been deleted, as you asked.`,
      };
    case "minor":
      return {
        title: "an account has been deleted",
        first: `The data of this account at ${at} has been deleted, since its owner is too young to have one.`,
      };
    case "project":
    case "page":
    case "image":
      return {
        title: `one ${scope} has been deleted`,
        first: `One ${scope} of yours at ${at} has been deleted, as you asked. ${ACCOUNT_STAYS}`,
      };
    case "category": {
      const isFacial = policy.categories.find(({ id }) => id === category)?.facial === true;
      const what = isFacial ? "facial data" : "data";
      return {
        title: `${what} of yours has been deleted`,
        first: `The ${what} of yours at ${at} that you named has been deleted, as you asked. ${ACCOUNT_STAYS}`,
      };
    }
    case "processors":
      return {
        title: "what others had of you has been asked back",
        first: `Those who work for ${at} were asked to delete what they had of you. ${ACCOUNT_STAYS}`,
      };
    // Whoever is reported to an authority is not told by us, and neither is the child's family, who may be with them.
    case "preserve-and-report":
      return undefined;
  }
}

/** What a law keeps is said to the person, too, and not only in the certificate. */
function keptText(policy: Policy, kept: readonly KeptStatement[]): readonly string[] {
  const what = (id: string) => policy.categories.find((category) => category.id === id)?.what ?? id;
  return kept.map(
    ({ category, legalBasis, until, pseudonymised }) =>
      `- ${what(category)}: kept ${pseudonymised ? `${cutText(pseudonymised)}, ` : ""}until ${until.slice(0, 10)} (${legalBasis})`,
  );
}

function cutText({ records, keeps }: NonNullable<KeptStatement["pseudonymised"]>): string {
  const each = records === 1 ? "1 record" : `${records} records`;
  return `under a pseudonym in place of your account, ${each} cut down to ${keeps.join(", ")}`;
}

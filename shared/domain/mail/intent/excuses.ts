import type { Asked } from "../intent.ts";
import type { Lexicon } from "./phrases.ts";
import type { Concept } from "./words.ts";

/**
 * Returns a text without the negations that belong to what is asked: who refuses a use says stop, who wants a part
 * erased says that the rest stays, and who wants data restricted says that they must not be erased.
 */
export function excusedText(text: string, asked: readonly Asked[], lexicon: Lexicon): string {
  const [first, ...others] = asked.map((one) => excusesOf(one));
  if (first === undefined) return text;
  const shared = first.filter((concept) => others.every((other) => other.includes(concept)));
  return shared.reduce((rest, concept) => lexicon.without(concept, rest), text);
}

/** Says whether somebody complains: about what did not happen, mostly. */
export function isComplaint(asked: readonly Asked[]): boolean {
  return asked.length > 0 && asked.every((one) => one.what === "right" && one.right === "grievance");
}

/** Says whether a part of what is in an account is asked to be erased, and not the account. */
export function isPartOnly(asked: readonly Asked[]): boolean {
  return (
    asked.length > 0 &&
    asked.every((one) => one.what === "right" && one.right === "erasure" && one.scope !== "account")
  );
}

function excusesOf(asked: Asked): readonly Concept[] {
  if (asked.what === "opt-out" || asked.what === "withdrawal-of-consent") return ["stopIt"];
  if (asked.what !== "right") return [];
  if (asked.right === "objection") return ["stopIt"];
  if (asked.right === "restriction") return ["notErased", "meanwhile", "stopIt"];
  return isPartOnly([asked]) ? ["stays"] : [];
}

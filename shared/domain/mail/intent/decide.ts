import type { Asked, IntentDoubt } from "../intent.ts";
import type { Heard } from "./heard.ts";
import type { Lexicon } from "./phrases.ts";
import { asksForCopy } from "./said.ts";
import type { Sentence } from "./sentences.ts";
import type { Concept } from "./words.ts";

/** What is asked, all languages together. */
export type Decision =
  | { readonly is: "clear"; readonly asked: Asked }
  | { readonly is: "doubt"; readonly why: IntentDoubt }
  | { readonly is: "nothing" };

/** Returns the one thing that a mail asks for, if nothing in any language speaks against it. */
export function decide(
  heard: readonly Heard[],
  sentences: readonly Sentence[],
  lexicons: readonly Lexicon[],
): Decision {
  const asked = withoutContained(heard.flatMap((one) => one.asked));
  const doubts = heard.flatMap((one) => one.doubts);
  if (heard.some(({ whose }) => whose === "negated")) return { is: "doubt", why: "negated" };
  if (heard.some(({ whose }) => whose === "of-a-minor")) return aboutMinor(asked, doubts);
  const isForOther = heard.some(({ whose }) => whose === "of-somebody-else");
  if (isForOther && !asked.every((one) => one.what === "right" && one.right === "nomination"))
    return { is: "doubt", why: "for-somebody-else" };
  if (doubts.includes("negated")) return { is: "doubt", why: "negated" };
  const [one, another] = asked;
  if (another !== undefined) return { is: "doubt", why: "several-rights" };
  if (one === undefined) return isForOther ? { is: "doubt", why: "for-somebody-else" } : { is: "nothing" };
  const [doubt] = doubts;
  if (doubt !== undefined) return { is: "doubt", why: doubt };
  return mayBeAnother(one, sentences, lexicons)
    ? { is: "doubt", why: "several-rights" }
    : { is: "clear", asked: one };
}

/** That a child's account goes is what the report is for; anything else besides needs a person. */
function aboutMinor(asked: readonly Asked[], doubts: readonly IntentDoubt[]): Decision {
  if (doubts.includes("negated")) return { is: "doubt", why: "negated" };
  const isMore = asked.some(
    (one) => one.what !== "right" || one.right !== "erasure" || one.scope !== "account",
  );
  return isMore
    ? { is: "doubt", why: "several-rights" }
    : { is: "clear", asked: { what: "report-of-minor" } };
}

/** An account contains all scopes; the same twice is once. */
function withoutContained(asked: readonly Asked[]): readonly Asked[] {
  const distinct = [...new Map(asked.map((one) => [JSON.stringify(one), one])).values()];
  const hasAccount = distinct.some((one) => isErasure(one) && one.scope === "account");
  return hasAccount ? distinct.filter((one) => !isErasure(one) || one.scope === "account") : distinct;
}

function isErasure(asked: Asked): asked is Extract<Asked, { right: "erasure" }> {
  return asked.what === "right" && asked.right === "erasure";
}

/** Words that a request of one right does not need, and another is made of. */
function mayBeAnother(asked: Asked, sentences: readonly Sentence[], lexicons: readonly Lexicon[]): boolean {
  const strangers = strangersTo(asked);
  return sentences.some(({ text }) => {
    // Who has saved everything already asks for no copy.
    const rest = lexicons.reduce((left, lexicon) => lexicon.without("saved", left), text);
    return lexicons.some((lexicon) =>
      strangers.some((concept) =>
        concept === "access" ? asksForCopy(rest, lexicon) : lexicon.has(concept, rest),
      ),
    );
  });
}

function strangersTo(asked: Asked): readonly Concept[] {
  if (asked.what === "withdrawal-of-consent") return ["training", "marketing", "sale"];
  if (asked.what !== "right") return [];
  if (asked.right === "erasure") return ["access", "portability", "export"];
  if (asked.right === "access" || asked.right === "portability") return ["erase", "erased"];
  return asked.right === "objection" || asked.right === "restriction"
    ? ["training", "marketing", "sale"]
    : [];
}

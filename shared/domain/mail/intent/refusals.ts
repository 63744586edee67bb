import type { Asked } from "../intent.ts";
import type { Lexicon } from "./phrases.ts";

/** Returns which uses a sentence refuses. */
export function refusalsIn(text: string, lexicon: Lexicon): readonly Asked[] {
  const refused: Asked[] = [];
  const isRefusal = (["optOut", "refuseUse", "refuses", "objection"] as const).some((one) =>
    lexicon.has(one, text),
  );
  if (lexicon.has("training", text) && isRefusal) refused.push({ what: "opt-out", of: "training" });
  const isObjected = lexicon.has("objection", text) || lexicon.has("refuses", text);
  if (lexicon.has("refuseSale", text) || (isObjected && lexicon.has("sale", text)))
    refused.push({ what: "opt-out", of: "sale" });
  if (isMarketingRefused(text, lexicon)) refused.push({ what: "opt-out", of: "marketing" });
  return refused;
}

function isMarketingRefused(text: string, lexicon: Lexicon): boolean {
  if (lexicon.has("marketing", text))
    return lexicon.has("refuseMail", text) || lexicon.has("unsubscribe", text);
  return lexicon.has("unsubscribe", text) && !lexicon.has("subscription", text);
}

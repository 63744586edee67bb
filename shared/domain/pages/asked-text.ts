import { LETTER_TEXTS } from "../letters/letter-for.ts";
import { letterAskOf } from "../letters/letter-values.ts";
import type { MailLanguage } from "../mail/intent.ts";
import type { RightsRequest } from "../rights/rights-request.ts";
import type { FormAsk } from "./form-fields.ts";
import { PAGE_TEXTS } from "./words.ts";

/** Returns what a request asks, in the words that its letters use, as the end of a sentence with a colon. */
export function askedText(language: MailLanguage, request: Pick<RightsRequest, "right" | "about">): string {
  const { about } = request;
  const { asks } = PAGE_TEXTS[language];
  if (about.what === "use") return asks[about.of];
  if (about.what === "minor" || about.what === "taken-back") return asks[about.what];
  const ask = letterAskOf(request);
  // An erasure of "other" is never opened; should there be one, it is shown as what it would come to at most.
  return LETTER_TEXTS[language].asks[ask ?? "erase-account"];
}

/** Returns what can be chosen on the form, in the same words. */
export function formAskText(language: MailLanguage, ask: FormAsk): string {
  const { asks } = PAGE_TEXTS[language];
  switch (ask) {
    case "opt-out-training":
      return asks.training;
    case "opt-out-marketing":
      return asks.marketing;
    case "opt-out-sale":
      return asks.sale;
    default:
      return LETTER_TEXTS[language].asks[ask];
  }
}

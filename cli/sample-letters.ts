import { type AskLetterValues, askLetter } from "../shared/domain/letters/ask-letter.ts";
import { letterFor } from "../shared/domain/letters/letter-for.ts";
import type { LetterName, LetterText, LetterValues } from "../shared/domain/letters/letter-values.ts";
import type { MailLanguage } from "../shared/domain/mail/intent.ts";
import type { AskLetterName } from "../shared/domain/tasks/asked-by-letter.ts";

const all = {
  service: "Example Images",
  contact: "privacy@service.example",
  number: "rrq_01k85260tlrs1ius24j8q81jtd",
};
const PAGE = "https://privacy.service.example/r";
/** As long as the secret of a real link is. */
const SECRET = "q4Xn0v9ZrYw1LkT2sB7aCg";
const REASON = "It concerns several hundred images, each of which has to be looked at.";

/** Values that nobody has, by which each letter can be looked at. */
export const SAMPLE_VALUES: LetterValues = {
  acknowledgement: {
    ...all,
    answerBy: "2026-12-29T09:04:00.000Z",
    statusLink: `${PAGE}/status/${SECRET}`,
  },
  "confirm-link": {
    ...all,
    asked: "erase-account",
    link: `${PAGE}/confirm/${SECRET}`,
    validUntil: "2026-12-06T09:04:00.000Z",
  },
  "took-effect": {
    ...all,
    effect: "training",
    at: "2026-11-29T09:04:00.000Z",
    undoLink: `${PAGE}/undo/${SECRET}`,
    undoUntil: "2026-12-29T09:04:00.000Z",
  },
  "form-needed": {
    ...all,
    sender: "agent",
    link: `${PAGE}/form/${SECRET}`,
    validUntil: "2026-12-13T09:04:00.000Z",
  },
  completed: {
    ...all,
    erased: "account",
    kept: [
      {
        what: "Invoices",
        legalBasis: "GDPR Art. 6(1)(c): a tax law",
        until: "2036-11-20T00:00:00.000Z",
        pseudonymised: { records: 12, keeps: ["invoice", "amount"] },
      },
      { what: "Consents", legalBasis: "GDPR Art. 7(1)", until: "2029-11-20T00:00:00.000Z" },
    ],
    copiesUntil: "2026-12-28T02:00:00.000Z",
    statusLink: `${PAGE}/status/${SECRET}`,
  },
  "not-proved": all,
  refused: { ...all, ground: "legal-claims", reason: "A court case about these images is pending." },
  extended: { ...all, reason: REASON, until: "2027-02-28T09:04:00.000Z" },
  "answer-by-person": {
    ...all,
    text: "We have looked into your question.\n\nNo image of yours was used to train a model.",
    statusLink: `${PAGE}/status/${SECRET}`,
  },
};

/** What a third party is asked, with values that nobody has. */
const SAMPLE_ASK: AskLetterValues = {
  ...{ service: all.service, contact: all.contact, name: "E-mail vendor" },
  reference: "tsk_019aab2f8e80c0ffee0000beef",
  answerBy: "2026-12-21T10:00:00.000Z",
  things: [
    {
      reference: "contact-4711",
      what: "Address for updates by mail",
      sentAt: "2026-11-01T08:00:00.000Z",
    },
  ],
};

/** Returns a letter to a third party with sample values; these are in English alone. */
export function sampleAskLetter(letter: AskLetterName): LetterText {
  return askLetter(letter, SAMPLE_ASK);
}

/** Returns a letter with sample values. */
export function sampleLetter(letter: LetterName, language: MailLanguage): LetterText {
  return letterFor(letter, language, SAMPLE_VALUES[letter]);
}

import type { RefusalGround } from "../requests/refusal-ground.ts";
import { filled, instantText, paragraphsOf } from "./filled.ts";
import type { LetterTexts } from "./letter-texts.ts";
import type { KeptInLetter, LetterErased, LetterName, LetterValues } from "./letter-values.ts";

/** A part of a letter, each of its texts in one line. */
export type LetterBlock =
  | { readonly block: "paragraph"; readonly text: string }
  | { readonly block: "list"; readonly items: readonly string[] }
  | { readonly block: "link"; readonly label: string; readonly link: string };

export interface LetterBody {
  readonly subject: string;
  readonly blocks: readonly LetterBlock[];
}

/** By which article each ground is one. */
const ARTICLES: Readonly<Record<RefusalGround, string>> = {
  "identity-not-proved": "12(6)",
  "unfounded-or-excessive": "12(5)(b)",
  "freedom-of-expression": "17(3)(a)",
  "legal-obligation": "17(3)(b)",
  "public-health": "17(3)(c)",
  "archiving-or-research": "17(3)(d)",
  "legal-claims": "17(3)(e)",
  "not-applicable": "17(1)",
};

/** Erasures that end an account, or are not of anything in it that the person sees. */
const ENDS_ACCOUNT: readonly LetterErased[] = ["account", "minor"];

type BodyOf<Name extends LetterName> = (texts: LetterTexts, values: LetterValues[Name]) => LetterBody;

/** What stands in each letter, one part after the other; how it is said stands in the files of the languages. */
export const LETTER_BODIES: { readonly [Name in LetterName]: BodyOf<Name> } = {
  acknowledgement: ({ acknowledgement: says, everyLetter, locale }, values) => ({
    subject: filled(says.subject, { ...values }),
    blocks: [
      paragraph(says.arrived, { ...values }),
      paragraph(says.link),
      paragraph(says.answer, { answerBy: instantText(locale, values.answerBy) }),
      link(everyLetter.status, values.statusLink),
    ],
  }),

  "confirm-link": (texts, values) => {
    const says = texts["confirm-link"];
    return {
      subject: filled(says.subject, { ...values }),
      blocks: [
        paragraph(says.asked, { ...values, asked: texts.asks[values.asked] }),
        ...(values.asked.startsWith("erase-") ? [paragraph(says.final)] : []),
        paragraph(says.confirm),
        link(says.label, values.link),
        paragraph(says.valid, { validUntil: instantText(texts.locale, values.validUntil) }),
        paragraph(says.notYou),
      ],
    };
  },

  "took-effect": (texts, values) => {
    const says = texts["took-effect"];
    const undoUntil = instantText(texts.locale, values.undoUntil);
    return {
      subject: filled(says.subject, { ...values }),
      blocks: [
        paragraph(says.effects[values.effect], { at: instantText(texts.locale, values.at) }),
        paragraph(says.undo, { undoUntil }),
        link(says.label, values.undoLink),
      ],
    };
  },

  "form-needed": (texts, values) => {
    const says = texts["form-needed"];
    const { why, needs } = says.senders[values.sender];
    return {
      subject: filled(says.subject, { ...values }),
      blocks: [
        paragraph(why),
        { block: "list", items: needs },
        link(says.label, values.link),
        paragraph(says.valid, { validUntil: instantText(texts.locale, values.validUntil) }),
        paragraph(says.afterwards),
      ],
    };
  },

  completed: (texts, values) => {
    const { completed: says } = texts;
    const { erased, kept, copiesUntil, statusLink, service, contact } = values;
    const { subject, first } = says.erased[erased];
    const stays = ENDS_ACCOUNT.includes(erased) ? [] : [paragraph(says.accountStays)];
    return {
      subject: filled(subject, { service }),
      blocks: [
        paragraph(first, { service }),
        ...stays,
        paragraph(lookedAgain(says, values)),
        ...(kept.length === 0 ? [] : [keptList(texts, kept)]),
        ...(copiesUntil === undefined
          ? []
          : [paragraph(says.copiesUntil, { until: instantText(texts.locale, copiesUntil) })]),
        statusLink === undefined
          ? paragraph(says.certificateByMail, { contact })
          : link(says.certificateByLink, statusLink),
        paragraph(says.addressForgotten),
      ],
    };
  },

  "not-proved": (texts, values) => {
    const says = texts["not-proved"];
    return {
      subject: filled(says.subject, { ...values }),
      blocks: [
        paragraph(says.ended),
        paragraph(says.again, { ...values }),
        paragraph(texts.everyLetter.complaint),
      ],
    };
  },

  refused: (texts, values) => {
    const { refused: says } = texts;
    const { service, ground } = values;
    return {
      subject: filled(says.subject, { service }),
      blocks: [
        paragraph(says.refused),
        ...(ground === undefined ? [paragraph(texts.extended.reason)] : groundParagraphs(texts, ground)),
        ...byPerson(values.reason),
        paragraph(texts.everyLetter.complaint),
      ],
    };
  },

  extended: (texts, values) => {
    const { extended: says } = texts;
    return {
      subject: filled(says.subject, { ...values }),
      blocks: [
        paragraph(says.until, { until: instantText(texts.locale, values.until) }),
        paragraph(says.reason),
        ...byPerson(values.reason),
        paragraph(texts.everyLetter.complaint),
      ],
    };
  },

  "answer-by-person": (texts, values) => ({
    subject: filled(texts["answer-by-person"].subject, { ...values }),
    blocks: [
      ...byPerson(values.text),
      ...(values.statusLink === undefined ? [] : [link(texts.everyLetter.status, values.statusLink)]),
    ],
  }),
};

function paragraph(sentence: string, values: Readonly<Record<string, string>> = {}): LetterBlock {
  return { block: "paragraph", text: filled(sentence, values) };
}

function link(label: string, to: string): LetterBlock {
  return { block: "link", label, link: to };
}

function byPerson(text: string): readonly LetterBlock[] {
  return paragraphsOf(text).map((one) => ({ block: "paragraph", text: one }));
}

function groundParagraphs(texts: LetterTexts, ground: RefusalGround): readonly LetterBlock[] {
  const { refused: says, regulation } = texts;
  const article = filled(texts.article, { regulation, article: ARTICLES[ground] });
  return [paragraph(says.ground, { ground: texts.grounds[ground], article }), paragraph(says.reason)];
}

function lookedAgain(
  says: LetterTexts["completed"],
  { erased, kept }: Pick<LetterValues["completed"], "erased" | "kept">,
): string {
  if (erased === "processors") return says.answered;
  return kept.length === 0 ? says.nothingFound : says.nothingFoundBut;
}

/** What a law keeps is said to the person, too, and not only in the certificate. */
function keptList({ completed: says, locale }: LetterTexts, kept: readonly KeptInLetter[]): LetterBlock {
  const items = kept.map(({ what, legalBasis, until, pseudonymised }) => {
    const common = { what, legalBasis, until: instantText(locale, until) };
    if (!pseudonymised) return filled(says.kept, common);
    const { records, keeps } = pseudonymised;
    const each = records === 1 ? says.oneRecord : filled(says.records, { count: String(records) });
    return filled(says.keptCut, { ...common, records: each, keeps: keeps.join(", ") });
  });
  return { block: "list", items };
}

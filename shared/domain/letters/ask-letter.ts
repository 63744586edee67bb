import type { AskLetterName } from "../tasks/asked-by-letter.ts";
import { filled, inOneLine, instantText } from "./filled.ts";
import type { LetterBlock } from "./letter-blocks.ts";
import { letterHtml } from "./letter-html.ts";
import { letterPlainText } from "./letter-plain-text.ts";
import type { LetterText } from "./letter-values.ts";
import { TO_PROCESSORS } from "./text-to-processors.ts";

/** What a third party is asked about: its own name of a thing, what kind of data it is, and since when it has it. */
export interface AskedThing {
  readonly reference: string;
  /** As the policy says it. */
  readonly what: string;
  /** ISO 8601 UTC. */
  readonly sentAt: string;
}

/** All that a letter to a third party says. There is no place for the person, or for anything of ours that names them. */
export interface AskLetterValues {
  readonly service: string;
  readonly contact: string;
  /** Of the third party. */
  readonly name: string;
  /** Number of the task: by it the answer is known. */
  readonly reference: string;
  /** When the answer is owed, ISO 8601 UTC; absent if that has passed. */
  readonly answerBy?: string;
  readonly things: readonly AskedThing[];
}

/**
 * Returns the letter in which a third party is asked to delete what it was sent, or reminded of it; each names everything,
 * so that whoever reads one alone can do what it asks.
 */
export function askLetter(letter: AskLetterName, values: AskLetterValues): LetterText {
  const says = TO_PROCESSORS;
  const { service, contact, name, reference, answerBy, things } = values;
  const subject = filled(says.subject[letter], { service, reference });
  const by =
    answerBy === undefined
      ? says.answerAtOnce
      : filled(says.answerBy, { answerBy: instantText(says.locale, answerBy) });
  const blocks: readonly LetterBlock[] = [
    ...(letter === "ask-processor" ? [] : [paragraph(says.reminder[letter])]),
    paragraph(filled(says.asks, { service, name })),
    { block: "list", items: things.map(thingText) },
    paragraph(by),
    { block: "list", items: says.confirm },
    paragraph(filled(says.quote, { reference })),
    paragraph(says.nobodyElse),
  ];
  const end = {
    number: filled(says.number, { reference }),
    service: inOneLine(service),
    contact: inOneLine(contact),
  };
  const whole = { subject, blocks, end, language: "en" } as const;
  return { subject, text: letterPlainText(whole), html: letterHtml(whole) };
}

function paragraph(text: string): LetterBlock {
  return { block: "paragraph", text };
}

function thingText({ reference, what, sentAt }: AskedThing): string {
  return filled(TO_PROCESSORS.thing, { reference, what, sentAt: instantText(TO_PROCESSORS.locale, sentAt) });
}

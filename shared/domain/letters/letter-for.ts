import type { MailLanguage } from "../mail/intent.ts";
import { filled, inOneLine } from "./filled.ts";
import { LETTER_BODIES, type LetterBlock } from "./letter-blocks.ts";
import { letterHtml } from "./letter-html.ts";
import { letterPlainText } from "./letter-plain-text.ts";
import type { LetterTexts } from "./letter-texts.ts";
import type { LetterName, LetterText, LetterValues } from "./letter-values.ts";
import { de } from "./text/de.ts";
import { en } from "./text/en.ts";
import { es } from "./text/es.ts";
import { fr } from "./text/fr.ts";
import { hi } from "./text/hi.ts";
import { ja } from "./text/ja.ts";
import { pt } from "./text/pt.ts";
import { zh } from "./text/zh.ts";

/** What the letters say in each language. */
export const LETTER_TEXTS: Readonly<Record<MailLanguage, LetterTexts>> = { en, de, fr, es, pt, ja, zh, hi };

/** Something else than an address of a page was to be linked to. */
export class LetterLinkRefused extends Error {
  override readonly name = "LetterLinkRefused";
}

/**
 * Returns a letter in words: a subject in one line, plain text, and the same in HTML that loads nothing.
 *
 * @throws {LetterLinkRefused} if a link is not http or https.
 */
export function letterFor<Name extends LetterName>(
  letter: Name,
  language: MailLanguage,
  values: LetterValues[Name],
): LetterText {
  const texts = LETTER_TEXTS[language];
  const { subject, blocks } = LETTER_BODIES[letter](texts, values);
  for (const block of blocks) refuseOtherLinks(block);
  const { service, contact, number } = values;
  const end = {
    number: filled(texts.everyLetter.number, { number }),
    service: inOneLine(service),
    contact: inOneLine(contact),
  };
  const whole = { subject, blocks, end, language };
  return { subject, text: letterPlainText(whole), html: letterHtml(whole) };
}

function refuseOtherLinks(block: LetterBlock): void {
  if (block.block !== "link" || /^https?:\/\/[^\s\p{Cc}]+$/u.test(block.link)) return;
  throw new LetterLinkRefused("A letter links to pages only: give an address that begins with https://.");
}

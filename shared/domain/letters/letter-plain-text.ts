import type { MailLanguage } from "../mail/intent.ts";
import type { LetterBlock } from "./letter-blocks.ts";

/** What every mail program shows without breaking it anew (RFC 5322, 2.1.1). */
const LINE_MAX = 78;
/** Written without spaces: a line may end after any word, which is as wide as two Latin letters a character. */
const WITHOUT_SPACES: readonly MailLanguage[] = ["ja", "zh"];
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/u;
/** No line begins with these. */
const CLOSING = /^[、。，．：；！？）」』】〉》〕”’ー・]/u;
const OPENING = /[（「『【〈《〔“‘]$/u;

/** A letter that only has to be set: its parts, and what stands under each. */
export interface LetterToSet {
  readonly subject: string;
  readonly blocks: readonly LetterBlock[];
  readonly end: Readonly<Record<"number" | "service" | "contact", string>>;
  readonly language: MailLanguage;
}

/** Returns a letter as plain text in lines of at most 78 columns, except where a link or a word is longer. */
export function letterPlainText({ blocks, end, language }: LetterToSet): string {
  const parts = blocks.map((block) => blockText(block, language));
  const last = [broken(end.number, language), broken(end.service, language), end.contact];
  return `${[...parts, last.join("\n")].join("\n\n")}\n`;
}

function blockText(block: LetterBlock, language: MailLanguage): string {
  switch (block.block) {
    case "paragraph":
      return broken(block.text, language);
    case "list":
      return block.items.map((item) => broken(item, language, "- ")).join("\n");
    // An address alone in its line is one that every mail program makes a link of, whole.
    case "link":
      return `${broken(block.label, language)}\n${block.link}`;
  }
}

function broken(text: string, language: MailLanguage, before = ""): string {
  const most = LINE_MAX - before.length;
  const lines: string[] = [];
  for (const piece of piecesOf(text, language)) {
    const line = lines.at(-1);
    if (line !== undefined && columns(`${line}${piece}`.trimEnd()) <= most) lines[lines.length - 1] += piece;
    else lines.push(piece.trimStart());
  }
  const hanging = " ".repeat(before.length);
  return lines.map((line, at) => `${at === 0 ? before : hanging}${line.trimEnd()}`).join("\n");
}

/** What is never parted; a space that does not break is part of a piece. */
function piecesOf(text: string, language: MailLanguage): readonly string[] {
  const words = text.split(/(?<= )/);
  if (!WITHOUT_SPACES.includes(language)) return words;
  const segmenter = new Intl.Segmenter(language, { granularity: "word" });
  const pieces: string[] = [];
  for (const word of words) {
    // Latin words, addresses and numbers stay whole.
    const segments = WIDE.test(word) ? [...segmenter.segment(word)].map(({ segment }) => segment) : [word];
    for (const segment of segments) {
      const last = pieces.at(-1);
      const joins =
        last !== undefined && (CLOSING.test(segment) || OPENING.test(last) || isNarrow(last, segment));
      if (joins) pieces[pieces.length - 1] += segment;
      else pieces.push(segment);
    }
  }
  return pieces;
}

/** Two parts of one Latin word, such as an address. */
function isNarrow(last: string, next: string): boolean {
  return !/\s$/.test(last) && !WIDE.test(last.slice(-1)) && !WIDE.test(next);
}

function columns(text: string): number {
  return [...text].reduce((sum, character) => sum + (WIDE.test(character) ? 2 : 1), 0);
}

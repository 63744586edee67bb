import { sha256Hex } from "../../canonical-json.ts";

/** A sentence of a published text; only its digest is ever stored. */
export interface Sentence {
  /** Counts from 1 in the order of the page. */
  readonly number: number;
  readonly text: string;
  /** SHA-256 of the text with its white space made single. */
  readonly sha256: string;
}

/**
 * Returns the sentences of a text that comes in blocks, such as paragraphs, headings and list items: none reaches from
 * one block into the next. A sentence that stands twice is told once.
 *
 * @param language BCP 47, which says where sentences end.
 */
export function sentencesOf(blocks: readonly string[], language: string): readonly Sentence[] {
  const segmenter = new Intl.Segmenter(language, { granularity: "sentence" });
  const texts = blocks
    .flatMap((block) => [...segmenter.segment(normalised(block))].map(({ segment }) => segment.trim()))
    // What has no letter, such as a number of a list, promises nothing.
    .filter((text) => /\p{L}/u.test(text));
  return [...new Set(texts)].map((text, at) => ({ number: at + 1, text, sha256: sha256Hex(text) }));
}

/** Browsers show none of these differences, so they are no change of what was published. */
function normalised(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\u00AD\u200B\uFEFF]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

import { contentPolicy, escapedHtml, htmlPage } from "../html-page.ts";
import { filled } from "../letters/filled.ts";
import type { MailLanguage } from "../mail/intent.ts";
import type { PageTexts } from "./page-texts.ts";
import { PUBLIC_STYLE } from "./public-style.ts";
import { PAGE_TEXTS } from "./words.ts";

/** Whose pages these are, in which language, and how far below the first page this one is. */
export interface PageFrame {
  /** Name of the service. */
  readonly service: string;
  readonly contact: string;
  readonly language: MailLanguage;
  /** How many parts its path has below the first page: links are relative, whatever the pages' address is. */
  readonly depth: number;
}

/** What one page says, between its heading and its foot. */
export interface PageContent {
  readonly title: string;
  /** Lines of HTML: whoever makes them has escaped what they say. */
  readonly body: readonly string[];
  readonly hasForm?: boolean;
}

const YEARS_TWO_SECONDS = 63_072_000;

/**
 * Fields of the head of every answer: nothing runs, nothing is loaded, nothing is framed, kept or found by a search, and no
 * page that is left this way learns where somebody came from, which is a secret.
 */
export const PUBLIC_HEADERS: Readonly<Record<string, string>> = {
  "Content-Security-Policy": `${contentPolicy(PUBLIC_STYLE, { hasForm: true })}; frame-ancestors 'none'`,
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
  "Cache-Control": "no-store",
  "Strict-Transport-Security": `max-age=${YEARS_TWO_SECONDS}`,
  "X-Frame-Options": "DENY",
  "X-Robots-Tag": "noindex",
};

/** Returns a page with its frame. */
export function publicPage(frame: PageFrame, { title, body, hasForm = false }: PageContent): string {
  const { service, contact, language, depth } = frame;
  const { everyPage } = PAGE_TEXTS[language];
  const home = depth === 0 ? "" : ` · <a href="${upwards(depth)}">${escapedHtml(everyPage.skip)}</a>`;
  return htmlPage({
    title,
    madeBy: "Made by Lethe.",
    style: PUBLIC_STYLE,
    language,
    hasForm,
    body,
    foot: [`${escapedHtml(filled(everyPage.contact, { service, contact }))}${home}`],
  });
}

/** Returns a sentence of these pages with its places filled, as a paragraph. */
export function paragraph(sentence: string, values: Readonly<Record<string, string>> = {}): string {
  return `<p>${escapedHtml(filled(sentence, values))}</p>`;
}

/** Returns the words of a frame's language. */
export function wordsOf({ language }: Pick<PageFrame, "language">): PageTexts {
  return PAGE_TEXTS[language];
}

/** From `a/b` the first page is one up: the last part of a path is not a folder. */
function upwards(depth: number): string {
  return depth === 1 ? "./" : "../".repeat(depth - 1);
}

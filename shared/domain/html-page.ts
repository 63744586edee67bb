import { createHash } from "node:crypto";
import { PAGE_STYLE } from "./page-style.ts";

/** A page that stands alone: nothing is loaded from anywhere, and nothing runs. */
export interface HtmlPage {
  readonly title: string;
  /** Said in a comment at the top; without `>`, which could end it. */
  readonly madeBy: string;
  /** What it adds to the style of all pages. */
  readonly style?: string;
  /** Absent: English. */
  readonly language?: string;
  /** It has a form, which is sent to where the page came from. */
  readonly hasForm?: boolean;
  /** Lines of HTML. */
  readonly body: readonly string[];
  /** Lines of HTML below it, such as whose page this is. */
  readonly foot?: readonly string[];
}

/** Returns a page whose policy of content lets in its own style, by its digest, and nothing else. */
export function htmlPage({
  title,
  madeBy,
  style = "",
  language = "en",
  hasForm = false,
  body,
  foot = [],
}: HtmlPage): string {
  const allowed = contentPolicy(style, { hasForm });
  return [
    "<!doctype html>",
    `<!-- ${madeBy} -->`,
    `<html lang="${language}">`,
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${allowed}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapedHtml(title)}</title>`,
    `<style>${cssOf(style)}</style>`,
    "</head>",
    "<body>",
    "<main>",
    `<h1>${escapedHtml(title)}</h1>`,
    ...body,
    "</main>",
    ...(foot.length > 0 ? ["<footer>", ...foot, "</footer>"] : []),
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

/**
 * Returns the policy of content of a page: its own style, by its digest, and nothing else.
 *
 * @param style what the page adds to the style of all pages.
 */
export function contentPolicy(style: string, { hasForm }: Required<Pick<HtmlPage, "hasForm">>): string {
  const digest = createHash("sha256").update(cssOf(style)).digest("base64");
  const forms = hasForm ? "'self'" : "'none'";
  return `default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action ${forms}`;
}

function cssOf(style: string): string {
  return `${PAGE_STYLE}${style}`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Returns text as HTML that shows it, between tags or in a quoted attribute. */
export function escapedHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

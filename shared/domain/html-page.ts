import { createHash } from "node:crypto";
import { PAGE_STYLE } from "./page-style.ts";

/** A page that stands alone: nothing is loaded from anywhere, and nothing runs. */
export interface HtmlPage {
  readonly title: string;
  /** Said in a comment at the top; without `>`, which could end it. */
  readonly madeBy: string;
  /** What it adds to the style of all pages. */
  readonly style?: string;
  /** Lines of HTML. */
  readonly body: readonly string[];
}

/** Returns a page whose policy of content lets in its own style, by its digest, and nothing else. */
export function htmlPage({ title, madeBy, style = "", body }: HtmlPage): string {
  const css = `${PAGE_STYLE}${style}`;
  const digest = createHash("sha256").update(css).digest("base64");
  const allowed = `default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'`;
  return [
    "<!doctype html>",
    `<!-- ${madeBy} -->`,
    '<html lang="en">',
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${allowed}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapedHtml(title)}</title>`,
    `<style>${css}</style>`,
    "</head>",
    "<body>",
    "<main>",
    `<h1>${escapedHtml(title)}</h1>`,
    ...body,
    "</main>",
    "</body>",
    "</html>",
    "",
  ].join("\n");
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

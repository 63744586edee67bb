import { escapedHtml } from "../html-page.ts";
import type { LetterBlock } from "./letter-blocks.ts";
import type { LetterToSet } from "./letter-plain-text.ts";

/** On the elements themselves, for mail programs drop style sheets; colours are the reader's own, light or dark. */
const BODY =
  "margin:0;padding:1rem;font-family:system-ui,sans-serif;font-size:1rem;line-height:1.5;background:Canvas;color:CanvasText";
const MAIN = "max-width:36rem;margin:0 auto;overflow-wrap:anywhere";
const HEADING = "font-size:1.25rem;line-height:1.3;margin:0 0 1rem";
/** Large enough for a thumb. */
const LINK = "display:inline-block;padding:.75rem 0;font-weight:bold";

/** Returns a letter as one page that loads nothing and runs nothing; all text in it is escaped. */
export function letterHtml({ subject, blocks, end, language }: LetterToSet): string {
  return [
    "<!doctype html>",
    `<html lang="${language}" dir="ltr">`,
    "<head>",
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${escapedHtml(subject)}</title>`,
    "</head>",
    `<body style="${BODY}">`,
    `<main style="${MAIN}">`,
    `<h1 style="${HEADING}">${escapedHtml(subject)}</h1>`,
    ...blocks.map(blockHtml),
    `<p>${[end.number, end.service, end.contact].map(escapedHtml).join("<br>")}</p>`,
    "</main>",
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

function blockHtml(block: LetterBlock): string {
  switch (block.block) {
    case "paragraph":
      return `<p>${escapedHtml(block.text)}</p>`;
    case "list":
      return `<ul>${block.items.map((item) => `<li>${escapedHtml(item)}</li>`).join("")}</ul>`;
    case "link":
      return `<p><a style="${LINK}" href="${escapedHtml(block.link)}">${escapedHtml(block.label)}</a></p>`;
  }
}

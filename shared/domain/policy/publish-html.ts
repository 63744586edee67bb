import type { PublishedPage } from "./publish-page.ts";
import type { Cell, PublishedTable } from "./publish-table.ts";

/** A wide table scrolls with the page, for which a keyboard is enough. */
const STYLE =
  "body{font-family:system-ui,sans-serif;line-height:1.5;margin:2rem;color:#1a1a1a;background:#fff}" +
  "table{border-collapse:collapse}" +
  "caption{text-align:left;font-weight:bold;padding:.5rem 0}" +
  "th,td{border:1px solid #767676;padding:.4rem .6rem;text-align:left;vertical-align:top}";

/** Returns a page as HTML without any script: one table a heading, and each cell has a header to both sides. */
export function publishedHtml({ title, policyName, policyDigest, tables }: PublishedPage): string {
  return [
    "<!doctype html>",
    `<!-- Made by npx lethe policy publish ${policyName}: change the policy, not this file. -->`,
    '<html lang="en">',
    "<head>",
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(title)}</title>`,
    `<style>${STYLE}</style>`,
    "</head>",
    "<body>",
    "<main>",
    `<h1>${escaped(title)}</h1>`,
    ...tables.flatMap(tableText),
    `<p>Policy digest: <code>${escaped(policyDigest)}</code></p>`,
    "</main>",
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

function tableText({ heading, notes, columns, rows }: PublishedTable): readonly string[] {
  const head = [`<h2>${escaped(heading)}</h2>`, ...notes.map((note) => `<p>${escaped(note)}</p>`)];
  if (rows.length === 0) return head;
  return [
    ...head,
    "<table>",
    `<caption>${escaped(heading)}</caption>`,
    `<thead><tr>${columns.map((column) => `<th scope="col">${escaped(column)}</th>`).join("")}</tr></thead>`,
    "<tbody>",
    ...rows.map(rowText),
    "</tbody>",
    "</table>",
  ];
}

function rowText([name = "", ...cells]: readonly Cell[]): string {
  return `<tr><th scope="row">${cellText(name)}</th>${cells.map((cell) => `<td>${cellText(cell)}</td>`).join("")}</tr>`;
}

function cellText(cell: Cell): string {
  if (typeof cell === "string") return escaped(cell);
  return `<a href="${escaped(cell.href)}" rel="noreferrer">${escaped(cell.text)}</a>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

import { escapedHtml, htmlPage } from "../../html-page.ts";
import { htmlTable } from "../../html-table.ts";
import type { PublishedPage } from "./publish-page.ts";
import type { Cell, PublishedTable } from "./publish-table.ts";

/** Returns a page as HTML without any script: one table a heading. */
export function publishedHtml({ title, policyName, policyDigest, tables }: PublishedPage): string {
  return htmlPage({
    title,
    madeBy: `Made by npx lethe policy publish ${policyName}: change the policy, not this file.`,
    body: [...tables.flatMap(tableText), `<p>Policy digest: <code>${escapedHtml(policyDigest)}</code></p>`],
  });
}

function tableText({ heading, notes, columns, rows }: PublishedTable): readonly string[] {
  const head = [`<h2>${escapedHtml(heading)}</h2>`, ...notes.map((note) => `<p>${escapedHtml(note)}</p>`)];
  if (rows.length === 0) return head;
  return [...head, ...htmlTable({ caption: heading, columns, rows: rows.map((row) => row.map(cellText)) })];
}

function cellText(cell: Cell): string {
  if (typeof cell === "string") return escapedHtml(cell);
  return `<a href="${escapedHtml(cell.href)}" rel="noreferrer">${escapedHtml(cell.text)}</a>`;
}

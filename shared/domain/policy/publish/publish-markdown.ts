import type { PublishedPage } from "./publish-page.ts";
import type { Cell, PublishedTable } from "./publish-table.ts";

/** Returns a page as Markdown; whatever a policy says stays text. */
export function publishedMarkdown({ title, policyName, policyDigest, tables }: PublishedPage): string {
  return [
    `<!-- Made by \`npx lethe policy publish ${policyName}\`: change the policy, not this file. -->`,
    `# ${escaped(title)}`,
    ...tables.map(tableText),
    `Policy digest: \`${policyDigest}\`\n`,
  ].join("\n\n");
}

function tableText({ heading, notes, columns, rows }: PublishedTable): string {
  const parts = [`## ${escaped(heading)}`, ...notes.map(escaped)];
  if (rows.length > 0) parts.push(aligned([columns, ...rows]).join("\n"));
  return parts.join("\n\n");
}

/** Aligned as the formatter does it, so that formatting changes nothing. */
function aligned(rows: readonly (readonly Cell[])[]): readonly string[] {
  const texts = rows.map((row) => row.map(cellText));
  const widths = (texts[0] ?? []).map((_, column) =>
    Math.max(...texts.map((row) => row[column]?.length ?? 0)),
  );
  const [head = "", ...body] = texts.map((row) =>
    rowText(row.map((text, at) => text.padEnd(widths[at] ?? 0))),
  );
  return [head, rowText(widths.map((width) => "-".repeat(width))), ...body];
}

function rowText(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

function cellText(cell: Cell): string {
  if (typeof cell === "string") return escaped(cell);
  return `[${escaped(cell.text)}](<${new URL(cell.href).href.replace(/[<>|\\]/g, encodeURIComponent)}>)`;
}

/** A line break would end a table's row, and each of the others means something in Markdown or HTML. */
function escaped(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/[\\`*_[\]|~]/g, "\\$&")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}

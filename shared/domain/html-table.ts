import { escapedHtml } from "./html-page.ts";

/** A table whose rows are named by their first cell. */
export interface HtmlTable {
  readonly caption: string;
  readonly columns: readonly string[];
  /** Cells as HTML: whoever makes them has escaped what they say. */
  readonly rows: readonly (readonly string[])[];
}

/** Returns the lines of a table: each cell has a header to both sides, and its column's name for narrow screens. */
export function htmlTable({ caption, columns, rows }: HtmlTable): readonly string[] {
  return [
    "<table>",
    `<caption>${escapedHtml(caption)}</caption>`,
    `<thead><tr>${columns.map((column) => `<th scope="col">${escapedHtml(column)}</th>`).join("")}</tr></thead>`,
    "<tbody>",
    ...rows.map((row) => rowText(row, columns)),
    "</tbody>",
    "</table>",
  ];
}

function rowText([name = "", ...cells]: readonly string[], [, ...columns]: readonly string[]): string {
  const rest = cells.map((cell, at) => `<td data-label="${escapedHtml(columns[at] ?? "")}">${cell}</td>`);
  return `<tr><th scope="row">${name}</th>${rest.join("")}</tr>`;
}

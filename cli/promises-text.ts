import { countsText, STATUS_TEXT } from "../shared/domain/promises/promise-counts.ts";
import type { PromiseRow } from "../shared/domain/promises/promise-report.ts";
import { table } from "./terminal.ts";
import { wrapped } from "./wrapped.ts";

/** In less than this the last column would be one word wide; the terminal breaks the lines then. */
const WIDTH_MIN_CHARACTERS = 72;

/** Returns the promises of one policy as a heading with counts, and a table as wide as the terminal. */
export function promisesText(policy: string, rows: readonly PromiseRow[], widthCharacters: number): string {
  const width = Math.max(widthCharacters, WIDTH_MIN_CHARACTERS);
  const named = rows.map((row) => ({ row, cells: [row.id, row.kind, STATUS_TEXT[row.status]] }));
  const head = ["id", "kind", "status"];
  const columnWidths = head.map((text, column) =>
    Math.max(text.length, ...named.map(({ cells }) => (cells[column] ?? "").length)),
  );
  const used = columnWidths.reduce((sum, columnWidth) => sum + columnWidth + 2, 0);
  const lines = named.flatMap(({ row, cells }) =>
    wrapped(whyText(row), width - used).map((text, at) => [...(at === 0 ? cells : ["", "", ""]), text]),
  );
  return [
    `${policy}: ${countsText(rows)}`,
    "",
    table([[...head, "what keeps it, or what is missing"], ...lines]),
  ].join("\n");
}

function whyText({ missing, evidence, keptBy }: PromiseRow): string {
  return missing ?? (evidence.length > 0 ? evidence : keptBy).join("; ");
}

import { styleText } from "node:util";

/** Where a command says what it does: results to standard output, everything else to standard error. */
export interface Terminal {
  /** True if the one JSON document on standard output is all that may be there. */
  readonly json: boolean;
  result(text: string): void;
  document(value: unknown): void;
  progress(line: string): void;
}

/** Standard output and standard error, as far as they are written to. */
export interface Streams {
  out(text: string): void;
  err(text: string): void;
  /** Width of the terminal in characters, if standard output is one. */
  readonly columns?: number;
}

/** Returns a terminal over the two streams. */
export function terminalOf({ out, err }: Streams, { json }: { readonly json: boolean }): Terminal {
  return {
    json,
    result: (text) => {
      if (!json) out(`${text}\n`);
    },
    document: (value) => {
      if (json) out(`${JSON.stringify(value, null, 2)}\n`);
    },
    progress: (line) => {
      err(`${line}\n`);
    },
  };
}

/** Returns rows as aligned columns; the first row is the heading, and numbers stand to the right. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? "").length)),
  );
  return rows
    .map((row, at) => {
      const line = row
        .map((cell, column) => {
          const width = widths[column] ?? 0;
          return /^[\d,]+$/.test(cell) ? cell.padStart(width) : cell.padEnd(width);
        })
        .join("  ")
        .trimEnd();
      return at === 0 ? dim(line) : line;
    })
    .join("\n");
}

/** Returns text that stands back; plain where colours are not wanted. */
export function dim(text: string): string {
  return styleText("dim", text, { stream: process.stderr });
}

/** Returns a count with its thousands apart. */
export function grouped(count: number): string {
  return count.toLocaleString("en-US");
}

import type { Terminal } from "../../cli/terminal.ts";

/** A terminal that keeps what it is told. */
export interface KeptTerminal extends Terminal {
  readonly documents: unknown[];
  readonly results: string[];
}

/** Returns a terminal that a test can read. */
export function keptTerminal(): KeptTerminal {
  const documents: unknown[] = [];
  const results: string[] = [];
  return {
    json: true,
    documents,
    results,
    document: (value) => documents.push(value),
    result: (text) => results.push(text),
    progress: () => undefined,
  };
}

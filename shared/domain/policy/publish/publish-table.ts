/** A cell: plain text, or a link. Whoever renders it escapes it. */
export type Cell = string | { readonly text: string; readonly href: string };

/** A table as it is published, before it has a format. The first cell of each row names it. */
export interface PublishedTable {
  readonly heading: string;
  /** Told before the table. */
  readonly notes: readonly string[];
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

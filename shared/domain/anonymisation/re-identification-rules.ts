/** What a cell may hold. */
export type Cell = string | number | boolean;
export type Row = Readonly<Record<string, Cell>>;

/** Rows that are totals already, instead of one row for each person. */
export interface Totals {
  readonly peopleColumn: string;
  /** What stands in a column when a row counts everyone, whatever their value there. */
  readonly everyone: string;
}

/** What rows are tested against. */
export interface ReIdentificationRules {
  readonly smallestGroup: number;
  readonly columnsThatTogetherIdentify: readonly string[];
  /** Ids of people that must not stand in any cell. */
  readonly subjects?: Iterable<string>;
  /** Columns in which a group must not be all alike: else whoever is known to be in the group is known to have it. */
  readonly diverse?: { readonly columns: readonly string[]; readonly distinctValues: number };
  readonly totals?: Totals;
}

/** What leads back to a person. It names columns and counts, never what stands in a cell. */
export interface ReIdentificationFinding {
  readonly columns: readonly string[];
  readonly what: string;
  readonly rows: number;
}

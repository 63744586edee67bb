import {
  type IdentifierKind,
  identifiersIn,
  identifiersInNumber,
  knownSubjects,
} from "./direct-identifiers.ts";
import { findingsInGroups } from "./groups.ts";
import { namesAnIdentifier } from "./identifier-fields.ts";
import { findingsInTotals } from "./nested-totals.ts";
import type { ReIdentificationFinding, ReIdentificationRules, Row } from "./re-identification-rules.ts";

/** More rows are given out in parts, each of which is tested. About a minute of work on one core. */
export const ROWS_MAX = 1_000_000;
/** More columns are a profile of somebody, not a table. */
const COLUMNS_MAX = 200;
/** A table repeats its words: what was looked at once is remembered, up to so many texts. */
const REMEMBERED_MAX = 20_000;

/** There are more rows than can be tested at once; nothing was given out. */
export class TooManyRows extends Error {
  override readonly name = "TooManyRows";
}

/** What testing came to. */
export interface ReIdentificationResult {
  readonly passed: boolean;
  /** People in the smallest group; undefined if there is none. */
  readonly smallestGroupFound: number | undefined;
  readonly findings: readonly ReIdentificationFinding[];
}

/**
 * Tests whether rows that are called anonymised lead back to a person: no direct identifier in any cell or column name,
 * and no combination of the named columns with fewer than `smallestGroup` rows (k-anonymity).
 *
 * What it does not show: that other columns, or other data that somebody has, cannot be joined to the rows; that
 * the named columns are the right ones; names and descriptions of people in words; what two editions of a table
 * differ in. Passing is a condition for calling rows anonymous, not a proof of it.
 *
 * @throws {TooManyRows} above {@link ROWS_MAX}.
 * @see Article 29 Working Party, Opinion 05/2014 (WP216): singling out, linkability, inference.
 */
export function testReIdentification(
  rows: readonly Row[],
  rules: ReIdentificationRules,
): ReIdentificationResult {
  if (rows.length > ROWS_MAX) {
    throw new TooManyRows(
      `${rows.length} rows are more than the ${ROWS_MAX} that are tested at once: give them in parts.`,
    );
  }
  const columns = columnsOf(rows);
  const labels = labelsOf(columns);
  const identifying = rules.columnsThatTogetherIdentify;
  const grouped = rules.totals
    ? findingsInTotals(rows, identifying, rules.smallestGroup, rules.totals)
    : findingsInGroups(rows, rules);
  const findings = [
    ...findingsInNames(columns, labels, rows.length),
    ...missingColumns(rows, rules),
    ...findingsInCells(rows, columns, labels, rules.subjects),
    ...grouped.findings,
  ];
  return { passed: findings.length === 0, smallestGroupFound: grouped.smallest, findings };
}

function columnsOf(rows: readonly Row[]): readonly string[] {
  const columns = new Set<string>();
  for (const row of rows) for (const column of Object.keys(row)) columns.add(column);
  return [...columns];
}

/** A column whose name names somebody is called by its number. */
function labelsOf(columns: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    columns.map((column, index) => [
      column,
      identifiersIn(column).length > 0 ? `column ${index + 1}` : column,
    ]),
  );
}

function findingsInNames(
  columns: readonly string[],
  labels: ReadonlyMap<string, string>,
  rows: number,
): readonly ReIdentificationFinding[] {
  const found = columns.flatMap((column) => {
    const [kind] = identifiersIn(column);
    const columnsNamed = [labels.get(column) ?? column];
    if (kind) return [{ columns: columnsNamed, what: `its name holds: ${kind}`, rows }];
    return namesAnIdentifier(column)
      ? [{ columns: columnsNamed, what: "its name says that it holds an identifier", rows }]
      : [];
  });
  if (columns.length <= COLUMNS_MAX) return found;
  return [...found, { columns: [], what: `more than ${COLUMNS_MAX} columns`, rows }];
}

/** A column that is misspelt in the policy or in the rows would be tested nowhere. */
function missingColumns(
  rows: readonly Row[],
  { columnsThatTogetherIdentify, diverse, totals }: ReIdentificationRules,
): readonly ReIdentificationFinding[] {
  const wanted = new Set([...columnsThatTogetherIdentify, ...(diverse?.columns ?? [])]);
  if (totals) wanted.add(totals.peopleColumn);
  return [...wanted].flatMap((column) => {
    const without = rows.filter((row) => !Object.hasOwn(row, column)).length;
    return without === 0
      ? []
      : [{ columns: [column], what: "a column to be tested is not there", rows: without }];
  });
}

function findingsInCells(
  rows: readonly Row[],
  columns: readonly string[],
  labels: ReadonlyMap<string, string>,
  subjects: Iterable<string> = [],
): readonly ReIdentificationFinding[] {
  const kindsOf = cellExaminer(subjects);
  const counts = new Map<string, Map<string, number>>();
  for (const row of rows) {
    for (const [column, cell] of Object.entries(row)) {
      for (const kind of kindsOf(cell)) {
        const ofColumn = counts.get(column) ?? new Map<string, number>();
        counts.set(column, ofColumn.set(kind, (ofColumn.get(kind) ?? 0) + 1));
      }
    }
  }
  return columns.flatMap((column) =>
    [...(counts.get(column) ?? [])].map(([what, found]) => ({
      columns: [labels.get(column) ?? column],
      what,
      rows: found,
    })),
  );
}

type CellFault = IdentifierKind | "no text, number or boolean";

function cellExaminer(subjects: Iterable<string>): (cell: unknown) => readonly CellFault[] {
  const known = knownSubjects(subjects);
  const remembered = new Map<string, readonly CellFault[]>();
  return (cell) => {
    switch (typeof cell) {
      case "boolean":
        return [];
      case "number":
        return Number.isFinite(cell) ? identifiersInNumber(cell, known) : ["no text, number or boolean"];
      case "string": {
        const before = remembered.get(cell);
        if (before) return before;
        const kinds = identifiersIn(cell, known);
        if (remembered.size < REMEMBERED_MAX) remembered.set(cell, kinds);
        return kinds;
      }
      default:
        // Rows may come from code without types; what cannot be examined is not given out.
        return ["no text, number or boolean"];
    }
  };
}

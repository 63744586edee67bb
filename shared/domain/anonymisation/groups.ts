import type { Cell, ReIdentificationFinding, ReIdentificationRules, Row } from "./re-identification-rules.ts";

interface Group {
  rows: number;
  /** Distinct values of each column that must be diverse, up to as many as are asked for. */
  readonly distinct: readonly Set<Cell>[];
}

/**
 * Returns what can be learnt from rows of one person each: combinations that too few rows share (k-anonymity), and
 * groups that are all alike in a column that should be diverse (l-diversity). Values are compared as they are written,
 * so two spellings are two groups, which is the safe side.
 */
export function findingsInGroups(
  rows: readonly Row[],
  { smallestGroup, columnsThatTogetherIdentify, diverse }: ReIdentificationRules,
): { readonly smallest: number | undefined; readonly findings: readonly ReIdentificationFinding[] } {
  const diverseColumns = diverse?.columns ?? [];
  const distinctValues = diverse?.distinctValues ?? 0;
  const groups = new Map<string, Group>();
  for (const row of rows) {
    const key = JSON.stringify(columnsThatTogetherIdentify.map((column) => row[column]));
    const group = groups.get(key) ?? { rows: 0, distinct: diverseColumns.map(() => new Set<Cell>()) };
    group.rows += 1;
    for (const [index, column] of diverseColumns.entries()) {
      const seen = group.distinct[index];
      const cell = row[column];
      if (seen && cell !== undefined && seen.size < distinctValues) seen.add(cell);
    }
    groups.set(key, group);
  }

  const findings: ReIdentificationFinding[] = [];
  let [smallest, inSmall]: [number | undefined, number] = [undefined, 0];
  for (const group of groups.values()) {
    smallest = Math.min(smallest ?? group.rows, group.rows);
    if (group.rows < smallestGroup) inSmall += group.rows;
  }
  if (inSmall > 0) {
    findings.push({
      columns: columnsThatTogetherIdentify,
      what: `a combination that fewer than ${smallestGroup} rows share`,
      rows: inSmall,
    });
  }
  for (const [index, column] of diverseColumns.entries()) {
    const alike = [...groups.values()].filter(
      ({ distinct }) => (distinct[index]?.size ?? 0) < distinctValues,
    );
    if (alike.length === 0) continue;
    findings.push({
      columns: [...columnsThatTogetherIdentify, column],
      what: `a group with fewer than ${distinctValues} values of ${column}`,
      rows: alike.reduce((sum, { rows: of }) => sum + of, 0),
    });
  }
  return { smallest, findings };
}

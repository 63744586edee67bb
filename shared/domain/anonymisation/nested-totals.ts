import type { Cell, ReIdentificationFinding, Row, Totals } from "./re-identification-rules.ts";

/** One published total: what it counts, and how many people. */
interface Total {
  readonly values: readonly Cell[];
  readonly people: number;
}

/**
 * Returns what can be learnt from published totals: a total of fewer people than asked for, and a total whose published
 * parts leave fewer people than asked for (the others are found by subtracting).
 *
 * Parts of one column at a time are subtracted. What two columns, two tables or two editions of a table give away
 * together is not found.
 */
export function findingsInTotals(
  rows: readonly Row[],
  columns: readonly string[],
  smallestGroup: number,
  { peopleColumn, everyone }: Totals,
): { readonly smallest: number | undefined; readonly findings: readonly ReIdentificationFinding[] } {
  const totals: Total[] = [];
  let uncounted = 0;
  for (const row of rows) {
    const people = row[peopleColumn];
    if (typeof people !== "number" || !Number.isInteger(people) || people < 0) uncounted += 1;
    else totals.push({ values: columns.map((column) => row[column] ?? ""), people });
  }
  const small = totals.filter(({ people }) => isSmall(people, smallestGroup)).length;
  const smallest = totals.reduce<number | undefined>(
    (least, { people }) => (people > 0 && (least === undefined || people < least) ? people : least),
    undefined,
  );
  const findings: ReIdentificationFinding[] = [];
  if (uncounted > 0) {
    findings.push({ columns: [peopleColumn], what: "no number of people, 0 or more", rows: uncounted });
  }
  if (small > 0)
    findings.push({ columns, what: `a total of fewer than ${smallestGroup} people`, rows: small });
  for (const [index, column] of columns.entries()) {
    const rest = restsOf(totals, index, everyone);
    const led = rest.filter((people) => people < 0 || isSmall(people, smallestGroup)).length;
    if (led === 0) continue;
    findings.push({
      columns: [column],
      what: `a total whose parts leave fewer than ${smallestGroup} people, or more people than it has`,
      rows: led,
    });
  }
  return { smallest, findings };
}

/** Returns, for each total over a column that has published parts, how many people are in none of them. */
function restsOf(totals: readonly Total[], index: number, everyone: Cell): readonly number[] {
  const over = new Map<string, number>();
  const inParts = new Map<string, number>();
  for (const { values, people } of totals) {
    const others = JSON.stringify(values.toSpliced(index, 1));
    const sums = values[index] === everyone ? over : inParts;
    sums.set(others, (sums.get(others) ?? 0) + people);
  }
  return [...over].flatMap(([others, people]) => {
    const parts = inParts.get(others);
    return parts === undefined ? [] : [people - parts];
  });
}

function isSmall(people: number, smallestGroup: number): boolean {
  return people > 0 && people < smallestGroup;
}

import { describe, expect, it } from "vitest";
import type {
  ReIdentificationRules,
  Row,
} from "../../../shared/domain/anonymisation/re-identification-rules.ts";
import {
  type ReIdentificationResult,
  ROWS_MAX,
  TooManyRows,
  testReIdentification,
} from "../../../shared/domain/anonymisation/re-identification-test.ts";

const RULES = { smallestGroup: 3, columnsThatTogetherIdentify: ["country", "month"] };
const GOOD: readonly Row[] = [
  ...times(3, { country: "DE", month: "2026-10", images: 4 }),
  ...times(5, { country: "FR", month: "2026-10", images: 9 }),
];

describe("rows that are called anonymised", () => {
  it("pass when each combination is shared by enough rows", () => {
    expect(tested(GOOD)).toEqual({ passed: true, smallestGroupFound: 3, findings: [] });
  });

  it("fail when one row fewer shares a combination", () => {
    expect(tested(GOOD.slice(1))).toEqual({
      passed: false,
      smallestGroupFound: 2,
      findings: [
        { columns: ["country", "month"], what: "a combination that fewer than 3 rows share", rows: 2 },
      ],
    });
  });

  it("pass when there are none, and say that no group was found", () => {
    expect(tested([])).toEqual({ passed: true, smallestGroupFound: undefined, findings: [] });
  });

  it("do not mix up combinations that only look alike when joined", () => {
    const rules = { smallestGroup: 2, columnsThatTogetherIdentify: ["a", "b"] };
    const rows = [
      { a: 'x","y', b: "z" },
      { a: "x", b: 'y","z' },
    ];
    expect(tested(rows, rules).smallestGroupFound).toBe(1);
  });

  it.each([
    ["e-mail address", "ann@example.com"],
    ["network address", "192.0.2.7"],
    ["network address", "2001:db8::7"],
    ["telephone number", "+49 30 1234567"],
    ["long number", 491701234567],
    ["random id", "0192d0e4-1111-4222-8333-444455556666"],
    ["subject reference", `v1_${"0a".repeat(32)}`],
    ["AWS key or user id", "AIDAIOSFODNN7EXAMPLE"],
    ["subject id", "of person-77, once"],
    ["e-mail address", "ann\u200b@example.com"],
  ] as const)("fail on a %s in one cell, and do not repeat it", (what, cell) => {
    const rows = [...GOOD, ...times(3, { country: "DE", month: "2026-10", images: 1 })];
    const result = tested([{ ...GOOD[0], images: cell }, ...rows], { ...RULES, subjects: ["person-77"] });

    expect(result.findings).toContainEqual({ columns: ["images"], what, rows: 1 });
    expect(JSON.stringify(result)).not.toContain(String(cell));
  });

  it.each([
    ["a name that says so", "user_id", "user_id", "its name says that it holds an identifier"],
    ["an address as its name", "ann@example.com", "column 4", "its name holds: e-mail address"],
  ])("fail on a column with %s", (_, column, label, what) => {
    const result = tested(GOOD.map((row) => ({ ...row, [column]: 1 })));
    expect(result.findings).toEqual([{ columns: [label], what, rows: 8 }]);
    expect(JSON.stringify(result)).not.toContain("ann@");
  });

  it("fail when a column to be tested is misspelt, instead of testing nothing", () => {
    const result = tested(GOOD.map(({ country, ...row }) => ({ ...row, Country: country ?? "" })));
    expect(result.findings).toEqual([
      { columns: ["country"], what: "a column to be tested is not there", rows: 8 },
    ]);
  });

  it.each([[null], [{ inside: "ann@example.com" }], [undefined], [Number.NaN]])(
    "fail on a cell that cannot be examined: %o",
    (cell) => {
      // As from code without types, or from JSON.
      const row: Row = Object.assign({}, GOOD[0], { images: cell });
      expect(tested([...GOOD, row]).findings).toEqual([
        { columns: ["images"], what: "no text, number or boolean", rows: 1 },
      ]);
    },
  );

  it("fail when a group is all alike in what should be diverse", () => {
    const diverse = { columns: ["images"], distinctValues: 2 };
    expect(tested(GOOD, { ...RULES, diverse }).findings.map(({ rows }) => rows)).toEqual([8]);
    const mixed = GOOD.map((row, index) => ({ ...row, images: index % 2 }));
    expect(tested(mixed, { ...RULES, diverse }).passed).toBe(true);
  });

  it("are refused above a million, which are still tested", () => {
    const row = { country: "DE", month: "2026-10" };
    const rows: Row[] = new Array(ROWS_MAX).fill(row);
    expect(tested(rows)).toMatchObject({ passed: true, smallestGroupFound: ROWS_MAX });
    expect(() => tested([...rows, row])).toThrow(TooManyRows);
  }, 60_000);
});

describe("rows that are totals", () => {
  const totals = { peopleColumn: "people", everyone: "all" };
  const total = (country: string, month: string, people: number): Row => ({ country, month, people });

  it("pass when each counts enough people, or nobody", () => {
    const rows = [total("DE", "10", 3), total("FR", "10", 0), total("all", "10", 3)];
    expect(ofTotals(rows)).toEqual({ passed: true, smallestGroupFound: 3, findings: [] });
  });

  it("fail when one counts fewer", () => {
    expect(ofTotals([total("DE", "10", 2)]).findings.map(({ what }) => what)).toEqual([
      "a total of fewer than 3 people",
    ]);
  });

  it("fail when the parts leave fewer people than asked for: the rest is found by subtracting", () => {
    const rows = [total("all", "10", 10), total("DE", "10", 5), total("FR", "10", 3)];
    expect(ofTotals(rows)).toMatchObject({
      passed: false,
      findings: [{ columns: ["country"], rows: 1 }],
    });
    expect(ofTotals([total("all", "10", 11), ...rows.slice(1)]).passed).toBe(true);
  });

  it("fail when the parts have more people than the total", () => {
    expect(ofTotals([total("all", "10", 3), total("DE", "10", 4)]).passed).toBe(false);
  });

  it.each([["many"], [-3], [2.5]])("fail when %o is said to be a number of people", (people) => {
    expect(ofTotals([{ country: "DE", month: "10", people }]).passed).toBe(false);
  });

  function ofTotals(rows: readonly Row[]): ReIdentificationResult {
    return tested(rows, { ...RULES, totals });
  }
});

describe("the same assertion, with the test taken out", () => {
  it("fails", () => {
    const refusesALonePerson = (test: typeof testReIdentification) =>
      expect(test([{ country: "DE", month: "10" }], RULES).passed).toBe(false);

    refusesALonePerson(testReIdentification);
    const alwaysPasses = () => ({ passed: true, smallestGroupFound: undefined, findings: [] });
    expect(() => refusesALonePerson(alwaysPasses)).toThrow();
  });
});

function tested(rows: readonly Row[], rules: ReIdentificationRules = RULES): ReIdentificationResult {
  return testReIdentification(rows, rules);
}

function times(count: number, row: Row): readonly Row[] {
  return Array.from({ length: count }, () => row);
}

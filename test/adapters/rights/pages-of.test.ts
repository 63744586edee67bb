import { expect, it } from "vitest";
import { pagesOf } from "../../../shared/adapters/rights/pages-of.ts";

/** So many rows, in pages of as many as were asked for. */
function rowsInPages(rows: number) {
  const asked: number[] = [];
  const read = async (limit: number, from: Record<string, unknown> | undefined) => {
    asked.push(limit);
    const start = Number(from?.at ?? 0);
    const end = Math.min(start + limit, rows);
    const Items = Array.from({ length: end - start }, (_, at) => ({ row: start + at }));
    return end < rows ? { Items, LastEvaluatedKey: { at: end } } : { Items };
  };
  return { asked, read };
}

it.each([
  [0, 1000, 0],
  [100, 1000, 100],
  [101, 1000, 101],
  [1001, 1000, 1000],
  [250, 120, 120],
])("returns of %i rows at most %i: %i, each once and in their order", async (rows, limit, expected) => {
  const { asked, read } = rowsInPages(rows);
  const found = await pagesOf(limit, read);
  expect(found.map(({ row }) => row)).toEqual(Array.from({ length: expected }, (_, at) => at));
  expect(Math.max(...asked)).toBeLessThanOrEqual(100);
});

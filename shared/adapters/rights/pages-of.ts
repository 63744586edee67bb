/** Rows of one page, so that a page stays far below the 1 MB of a query. */
const PAGE_MAX = 100;

interface Page {
  readonly Items?: readonly Record<string, unknown>[] | undefined;
  readonly LastEvaluatedKey?: Record<string, unknown> | undefined;
}

/**
 * Returns the rows of a query, page after page, at most `limit`.
 *
 * @param read returns one page of so many rows, from where the last one ended.
 */
export async function pagesOf(
  limit: number,
  read: (rows: number, from: Record<string, unknown> | undefined) => Promise<Page>,
): Promise<readonly Record<string, unknown>[]> {
  const rows: Record<string, unknown>[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const page = await read(Math.min(limit - rows.length, PAGE_MAX), from);
    rows.push(...(page.Items ?? []));
    from = page.LastEvaluatedKey;
  } while (from !== undefined && rows.length < limit);
  return rows;
}

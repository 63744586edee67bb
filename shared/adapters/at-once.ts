/** Does something with each of a list, at most so many at a time, and returns what came of it in the same order. */
export async function atOnce<Item, Result>(
  max: number,
  items: readonly Item[],
  work: (item: Item, at: number) => Promise<Result>,
): Promise<readonly Result[]> {
  const results = new Map<number, Result>();
  const waiting = items.entries();
  const worker = async (): Promise<void> => {
    for (const [at, item] of waiting) results.set(at, await work(item, at));
  };
  await Promise.all(Array.from({ length: Math.min(max, items.length) }, worker));
  return [...results].toSorted(([one], [other]) => one - other).map(([, result]) => result);
}

/** A word of which more than this part is different was not meant. */
const DIFFERENT_PART = 0.4;

/** Returns the known word that a mistyped one is nearest to; undefined if it is like none of them. */
export function nearestTo(word: string, known: readonly string[]): string | undefined {
  const distances = known.map((one) => ({ one, distance: distance(word.toLowerCase(), one.toLowerCase()) }));
  const [nearest] = distances.toSorted((a, b) => a.distance - b.distance);
  const most = DIFFERENT_PART * Math.max(word.length, nearest?.one.length ?? 0);
  return nearest && nearest.distance <= most ? nearest.one : undefined;
}

/** Counts the letters that have to be put in, taken out or replaced to make one word of the other. */
function distance(word: string, other: string): number {
  let costs = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [row, letter] of [...word].entries()) {
    const next = [row + 1];
    for (const [at, wanted] of [...other].entries()) {
      const replaced = (costs[at] ?? 0) + (letter === wanted ? 0 : 1);
      next.push(Math.min(replaced, (costs[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1));
    }
    costs = next;
  }
  return costs.at(-1) ?? 0;
}

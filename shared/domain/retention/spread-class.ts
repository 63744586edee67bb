/** Eight classes for each doubling: the bound of a class is at most 9.1 % above what fell in it. */
const CLASSES_PER_DOUBLING = 8;

/**
 * Returns the class of a number of seconds: 0 for less than a second either way, else a whole number that grows with
 * it, negative for a negative one. Counts of classes can be added up, so they are what is stored.
 */
export function spreadClassOf(seconds: number): number {
  const size = Math.abs(seconds);
  if (size < 1) return 0;
  // Early by 90 seconds must not become earlier: the bound of a negative class is the end that is nearer to 0.
  const scaled = Math.log2(size) * CLASSES_PER_DOUBLING;
  return seconds > 0 ? Math.floor(scaled) + 1 : -Math.floor(scaled) - 1;
}

/** Returns the upper bound of a class in seconds: nothing that fell in it is greater. */
export function upperBoundSecondsOf(spreadClass: number): number {
  if (spreadClass === 0) return 1;
  const power = (exponent: number) => 2 ** (exponent / CLASSES_PER_DOUBLING);
  return spreadClass > 0 ? power(spreadClass) : -power(-spreadClass - 1);
}

/**
 * Returns the upper bound of the class in which the given part of all that was counted is reached; undefined if nothing
 * was counted.
 *
 * @param part such as 0.5 for the median.
 */
export function spreadPercentile(counts: ReadonlyMap<number, number>, part: number): number | undefined {
  const classes = [...counts].toSorted(([one], [other]) => one - other);
  const all = classes.reduce((sum, [, count]) => sum + count, 0);
  let counted = 0;
  for (const [spreadClass, count] of classes) {
    counted += count;
    if (counted >= all * part) return upperBoundSecondsOf(spreadClass);
  }
  return undefined;
}

/** Chance that can be had again: the same seed gives the same numbers on every machine. */
export interface Random {
  /** From 0 to below 1. */
  next(): number;
  /** A whole number from 0 to below `end`. */
  below(end: number): number;
  /** From `start` to below `end`. */
  between(start: number, end: number): number;
  /** True so often out of one. */
  chance(share: number): boolean;
  pick<One>(choices: readonly One[]): One;
  /** The wait for the next of what happens by chance every `mean`. */
  wait(mean: number): number;
  /** A number around 0 that is rarely above 3 either way. */
  normal(): number;
  /** Another source: what one draws changes nothing of what the other does. */
  fork(name: string): Random;
}

/**
 * Returns a source of chance: mulberry32, which is quick and even enough for a workload, and nothing else.
 *
 * @see https://gist.github.com/tommyettinger/46a874533244883189143505d203312c
 */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (end: number): number => Math.floor(next() * end);
  return {
    next,
    below,
    between: (start, end) => start + next() * (end - start),
    chance: (share) => share > 0 && next() < share,
    pick: (choices) => {
      const one = choices[below(choices.length)];
      if (one === undefined) throw new Error("There is nothing to pick from.");
      return one;
    },
    wait: (mean) => -Math.log(1 - next()) * mean,
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    fork: (name) => seededRandom(seed ^ textHash(name)),
  };
}

/** FNV-1a, 32 bits. */
function textHash(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}

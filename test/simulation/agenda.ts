/** What happens when, earliest first; what is at the same moment in the order in which it was put down. */
export interface Agenda<What> {
  readonly size: number;
  add(atMs: number, what: What): void;
  /** When the next happens; undefined if nothing is left. */
  nextAt(): number | undefined;
  take(): What | undefined;
}

interface Line<What> {
  readonly atMs: number;
  readonly place: number;
  readonly what: What;
}

/** Returns an empty agenda: a binary heap, so that millions of things to come cost little. */
export function agenda<What>(): Agenda<What> {
  const lines: Line<What>[] = [];
  let places = 0;
  /** Moves a line up or down to where it belongs, from a place that is free. */
  const rise = (from: number, line: Line<What>): void => {
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = lines[parent];
      if (!above || !isBefore(line, above)) break;
      lines[at] = above;
      at = parent;
    }
    lines[at] = line;
  };
  const sink = (line: Line<What>): void => {
    let at = 0;
    for (;;) {
      const [left, right] = [lines[2 * at + 1], lines[2 * at + 2]];
      const isRight = left !== undefined && right !== undefined && isBefore(right, left);
      const child = isRight ? right : left;
      if (!child || !isBefore(child, line)) break;
      lines[at] = child;
      at = 2 * at + (isRight ? 2 : 1);
    }
    lines[at] = line;
  };
  return {
    get size() {
      return lines.length;
    },
    add(atMs, what) {
      const line = { atMs, place: places++, what };
      lines.push(line);
      rise(lines.length - 1, line);
    },
    nextAt: () => lines[0]?.atMs,
    take() {
      const first = lines[0];
      const last = lines.pop();
      if (last && lines.length > 0) sink(last);
      return first?.what;
    },
  };
}

function isBefore(one: Line<unknown>, other: Line<unknown>): boolean {
  return one.atMs < other.atMs || (one.atMs === other.atMs && one.place < other.place);
}

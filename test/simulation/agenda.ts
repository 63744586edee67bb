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
  const swap = (one: number, other: number): void => {
    const [a, b] = [lines[one], lines[other]];
    if (!a || !b) return;
    lines[one] = b;
    lines[other] = a;
  };
  const isBefore = (one: number, other: number): boolean => {
    const [a, b] = [lines[one], lines[other]];
    if (!a || !b) return false;
    return a.atMs < b.atMs || (a.atMs === b.atMs && a.place < b.place);
  };
  const rise = (from: number): void => {
    for (let at = from; at > 0; ) {
      const parent = (at - 1) >> 1;
      if (!isBefore(at, parent)) return;
      swap(at, parent);
      at = parent;
    }
  };
  const sink = (): void => {
    for (let at = 0; ; ) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      const child = isBefore(right, left) ? right : left;
      if (!isBefore(child, at)) return;
      swap(child, at);
      at = child;
    }
  };
  return {
    get size() {
      return lines.length;
    },
    add(atMs, what) {
      lines.push({ atMs, place: places++, what });
      rise(lines.length - 1);
    },
    nextAt: () => lines[0]?.atMs,
    take() {
      const first = lines[0];
      const last = lines.pop();
      if (first && last && lines.length > 0) {
        lines[0] = last;
        sink();
      }
      return first?.what;
    },
  };
}

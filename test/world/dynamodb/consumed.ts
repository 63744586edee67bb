import type { Item } from "./condition.ts";
import type { Change } from "./in-memory-tables.ts";
import { itemBytes, readUnits, writeUnits } from "./units.ts";

/** What calls took of a table's capacity, as on-demand tables are billed. */
export interface Consumed {
  /** Units since the beginning, or since {@link forget}. */
  readonly written: number;
  readonly readConsistently: number;
  /** Half units, added up. */
  readonly readEventually: number;
  /** By the first part of the partition key: `THING`, `DUE`. */
  readonly writtenOf: ReadonlyMap<string, number>;
  wrote(change: Change): void;
  wroteInTransaction(change: Change): void;
  read(items: readonly Item[], isConsistent: boolean): void;
  forget(): void;
}

/** Returns a meter that stands at 0. */
export function consumed(): Consumed {
  let [written, readConsistently, readEventually] = [0, 0, 0];
  const writtenOf = new Map<string, number>();
  // A write is billed by the larger of the item before and after it, and a refused one like one that was made.
  const unitsOf = ({ before, after }: Change): number =>
    writeUnits(Math.max(before ? itemBytes(before) : 0, after ? itemBytes(after) : 0));
  const wrote = ({ table, key }: Change, units: number): void => {
    written += units;
    const name = `${table} ${String(key.pk).split("#")[0]}`;
    writtenOf.set(name, (writtenOf.get(name) ?? 0) + units);
  };
  return {
    writtenOf,
    get written() {
      return written;
    },
    get readConsistently() {
      return readConsistently;
    },
    get readEventually() {
      return readEventually;
    },
    wrote: (change) => wrote(change, unitsOf(change)),
    wroteInTransaction: (change) => wrote(change, 2 * unitsOf(change)),
    read(items, isConsistent) {
      const units = readUnits(items.reduce((sum, item) => sum + itemBytes(item), 0));
      if (isConsistent) readConsistently += units;
      else readEventually += units / 2;
    },
    forget() {
      [written, readConsistently, readEventually] = [0, 0, 0];
      writtenOf.clear();
    },
  };
}

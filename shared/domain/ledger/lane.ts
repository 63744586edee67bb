import { type Entry, entryHash, isClosing, NO_ENTRY_BEFORE } from "./entry.ts";
import type { SealedLane } from "./leaf.ts";

/** A lane was closed, by the verifier or as abandoned: nothing is appended to it any more. */
export class LaneSealed extends Error {
  override readonly name = "LaneSealed";
}

/** A lane is not what it must be before it can be certified. */
export class LaneBroken extends Error {
  override readonly name = "LaneBroken";
}

/** What is stored in the place of an entry is none: it was changed by hand. */
export class EntryDamaged extends Error {
  override readonly name = "EntryDamaged";
  readonly index: number;

  constructor(lane: string, index: number, cause: unknown) {
    super(`Lane ${lane}, entry ${index}: what is stored there is no entry. Run lethe ledger check.`, {
      cause,
    });
    this.index = index;
  }
}

/** What is wrong with a lane, and from which entry on. */
export interface LaneFault {
  readonly index: number;
  readonly what: string;
}

/** Says whether a lane is closed. */
export function isSealed(entries: readonly Entry[]): boolean {
  const last = entries.at(-1);
  return last !== undefined && isClosing(last.body);
}

/** Returns the first thing that is wrong with the entries of a lane, read in order; undefined if they form one chain. */
export function laneFault(lane: string, entries: readonly Entry[]): LaneFault | undefined {
  let previous = NO_ENTRY_BEFORE;
  for (const [index, entry] of entries.entries()) {
    if (entry.index !== index)
      return { index, what: `entry ${index} is missing, ${entry.index} stands in its place` };
    if (entry.lane !== lane) return { index, what: "this entry belongs to another lane" };
    if (entry.previous !== previous)
      return { index, what: "this entry does not follow from the one before it" };
    if (isClosing(entry.body) && index !== entries.length - 1) {
      return { index: index + 1, what: "this entry was added after the lane was closed" };
    }
    previous = entryHash(entry);
  }
  return undefined;
}

/**
 * Returns what a closed lane came to.
 *
 * @throws {LaneBroken} naming lane and entry, if it is open or its entries do not form one chain.
 */
export function sealedLane(lane: string, entries: readonly Entry[]): SealedLane {
  const fault = laneFault(lane, entries);
  if (fault) throw new LaneBroken(`Lane ${lane}, entry ${fault.index}: ${fault.what}.`);
  const last = entries.at(-1);
  if (!last || !isSealed(entries)) throw new LaneBroken(`Lane ${lane} is still open: verify absence first.`);
  return { lane, entries: entries.length, head: entryHash(last) };
}

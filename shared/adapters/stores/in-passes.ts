import type { HoldableThing } from "../../domain/holds/hold.ts";
import type { DeleteGate, ErasurePass } from "../../operations/ports.ts";
import { LeftBehindList } from "./left-behind.ts";
import type { WaitingTime } from "./real-time.ts";

/** The gate is asked once for so many, as it is for one batch of deletions elsewhere. */
const ENTRIES_AT_ONCE = 25;
/** Something that is written as fast as it is changed is for the verifier to see, and for a person to stop. */
const PASSES_MAX = 10;

/** Entries that are changed one by one, each under the condition that it is still as it was listed. */
export interface OneByOne<Entry extends HoldableThing> {
  /** Yields what is there now. */
  list(): AsyncIterable<readonly Entry[]>;
  /** Does what is to be done with one entry that the gate let through. */
  change(entry: Entry): Promise<ErasurePass>;
  /** How long after a pass that changed nothing it is listed once more; absent: it is believed at once. */
  readonly settlesMs?: number;
  /** How many are changed at once; absent: 25. */
  readonly atOnce?: number;
}

/** What one entry came to, where it is one item. */
export const CHANGED: ErasurePass = { deleted: 1, left: 0, leftBehind: [], finished: true };
/** It was no longer as it was listed: gone, or somebody else's by now. */
export const NOT_CHANGED: ErasurePass = { ...CHANGED, deleted: 0 };

/**
 * Lists and changes until a pass changes nothing, and then, where a listing lags behind, once more after a while.
 *
 * @param onDeleted told after each batch how many more changes were confirmed.
 */
export async function inPasses<Entry extends HoldableThing>(
  entries: OneByOne<Entry>,
  gate: DeleteGate,
  onDeleted: (deleted: number) => Promise<void>,
  time: WaitingTime,
): Promise<ErasurePass> {
  let total = 0;
  let hasSettled = entries.settlesMs === undefined;
  for (let passes = 1; ; passes += 1) {
    const pass = await onePass(entries, gate, onDeleted);
    total += pass.deleted;
    if (!pass.finished || passes >= PASSES_MAX) return { ...pass, deleted: total };
    if (pass.deleted > 0) hasSettled = entries.settlesMs === undefined;
    else if (hasSettled) return { ...pass, deleted: total };
    else {
      await time.pause(entries.settlesMs ?? 0);
      hasSettled = true;
    }
  }
}

async function onePass<Entry extends HoldableThing>(
  { list, change, atOnce = ENTRIES_AT_ONCE }: OneByOne<Entry>,
  gate: DeleteGate,
  onDeleted: (deleted: number) => Promise<void>,
): Promise<ErasurePass> {
  const left = new LeftBehindList();
  let deleted = 0;
  const ended = (finished: boolean) => ({ deleted, left: left.count, leftBehind: left.listed, finished });
  for await (const page of list()) {
    for (let at = 0; at < page.length; at += atOnce) {
      const answer = await gate.mayDelete(page.slice(at, at + atOnce));
      if (!answer.proceed) return ended(false);
      for (const held of answer.held) left.addHeld(held);
      const changes = await Promise.all(answer.free.map((entry) => change(entry)));
      const changed = changes.reduce((sum, one) => sum + one.deleted, 0);
      deleted += changed;
      for (const one of changes) left.addAll(one);
      if (changed > 0) await onDeleted(changed);
      if (changes.some(({ finished }) => !finished)) return ended(false);
    }
  }
  return ended(true);
}

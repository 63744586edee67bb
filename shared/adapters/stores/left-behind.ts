import { sha256Hex } from "../../domain/canonical-json.ts";
import { LEFT_BEHIND_LISTED_MAX, LEGAL_HOLD, type LeftBehind } from "../../domain/erasure/store-progress.ts";
import type { HoldableThing } from "../../domain/holds/hold.ts";
import type { ErasurePass, HeldBack } from "../../operations/ports.ts";

/** What one pass could not delete: all counted, the first {@link LEFT_BEHIND_LISTED_MAX} named by hash. */
export class LeftBehindList {
  count = 0;
  readonly listed: LeftBehind[] = [];

  /** Counts one more; `lockEnd` is asked only for those that are named. */
  async add(id: string, code: string, lockEnd: () => Promise<string | undefined>): Promise<void> {
    this.count += 1;
    if (this.listed.length >= LEFT_BEHIND_LISTED_MAX) return;
    const left: LeftBehind = { idHash: sha256Hex(id), code };
    this.listed.push(left);
    const retainedUntil = await lockEnd();
    if (retainedUntil !== undefined) left.retainedUntil = retainedUntil;
  }

  /** Counts what an eraser of a part has left. */
  addAll({ left, leftBehind }: Pick<ErasurePass, "left" | "leftBehind">): void {
    this.count += left;
    this.listed.push(...leftBehind.slice(0, LEFT_BEHIND_LISTED_MAX - this.listed.length));
  }

  /** Counts one that a legal hold keeps. */
  addHeld({ entry, holdId, retainedUntil }: HeldBack<HoldableThing>): void {
    this.count += 1;
    if (this.listed.length >= LEFT_BEHIND_LISTED_MAX) return;
    this.listed.push({ idHash: sha256Hex(entry.id), code: LEGAL_HOLD, retainedUntil, holdId });
  }
}

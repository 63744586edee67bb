import type { Hold, HoldRelease } from "../domain/holds/hold.ts";

/** Legal holds. */
export interface Holds {
  /**
   * Keeps a hold unless one of its id was placed before; from when this resolves on, {@link active} names it until it is
   * released.
   *
   * @returns the one that is on record.
   */
  place(hold: Hold): Promise<Hold>;
  read(holdId: string): Promise<Hold | undefined>;
  /** Every hold that is not released, oldest first, read so that one placed before is seen. */
  active(): Promise<readonly Hold[]>;
  /**
   * Releases a hold, once: a second release changes nothing.
   *
   * @param expiresAtEpochSeconds when the record of it goes.
   * @returns the hold as it is now; undefined if there is none of this id.
   */
  release(
    holdId: string,
    release: HoldRelease,
    expiresAtEpochSeconds: number,
  ): Promise<{ readonly hold: Hold; readonly isFirst: boolean } | undefined>;
  /** Remembers that a hold kept something from a request; twice is once. */
  noteHeldBack(holdId: string, requestId: string): Promise<void>;
  /** Ids of the requests that a hold kept something from. */
  heldBackBy(holdId: string): AsyncIterable<string>;
}

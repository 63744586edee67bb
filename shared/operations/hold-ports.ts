import type { Hold, HoldRelease, Seal } from "../domain/holds/hold.ts";

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
   * @throws {SealNeedsTwoPeople} if it is a seal, unless another person has asked for its release before.
   * @param expiresAtEpochSeconds when the record of it goes.
   * @returns the hold as it is now; undefined if there is none of this id.
   */
  release(
    holdId: string,
    release: HoldRelease,
    expiresAtEpochSeconds: number,
  ): Promise<{ readonly hold: Hold; readonly isFirst: boolean } | undefined>;
  /**
   * Replaces what is said of a seal that stands, and the day of its review with it.
   *
   * @param next carries the revision it was based on; it is stored with the next one.
   * @returns the hold as it is now; undefined if another write came first, or it was released.
   */
  changeSeal(holdId: string, next: Seal): Promise<Hold | undefined>;
  /** Remembers that a hold kept something from a request; twice is once. */
  noteHeldBack(holdId: string, requestId: string): Promise<void>;
  /** Ids of the requests that a hold kept something from. */
  heldBackBy(holdId: string): AsyncIterable<string>;
}

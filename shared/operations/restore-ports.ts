import type { SubjectId } from "../domain/erasure/subject-id.ts";
import type { Restore } from "../domain/restore/restore.ts";
import type { Surrounding } from "../domain/restore/restored-around.ts";
import type { RestoredThing } from "../domain/restore/restored-thing.ts";
import type { DeleteGate, ErasurePass } from "./store-ports.ts";

/** What became of a thing that was to be removed from quarantine. */
export type RemovedHow = "removed" | "absent" | "held" | "refused" | "stopped";

/** `there-already`: the store itself has something under that key, which is newer and stays. */
export type HandedOverHow = "handed-over" | "there-already";

/**
 * A copy of one store that was brought back, apart from it: nobody reads there but what restores. What the store holds
 * by now is somewhere else, and only a hand-over adds to it.
 */
export interface QuarantinedStore {
  readonly storeId: string;
  /** Everything in it, page by page, in an order of its own. */
  list(): AsyncIterable<readonly RestoredThing[]>;
  /** The same, looked at by other code than {@link list}. */
  look(): AsyncIterable<readonly RestoredThing[]>;
  /** Deletes things from the copy, through the gate; what became of each, in the same order. */
  remove(things: readonly RestoredThing[], gate: DeleteGate): Promise<readonly RemovedHow[]>;
  /** Of a table of which a law keeps a part of each record: cuts those of a person who was erased, through the gate. */
  cut?(owner: SubjectId, gate: DeleteGate): Promise<ErasurePass>;
  /** Copies things to where the service reads them, unless something is there; each stays in quarantine as well. */
  handOver(things: readonly RestoredThing[]): Promise<readonly HandedOverHow[]>;
  /** Takes back what a hand-over has just put there, through the gate; what is there since stays. */
  takeBack(things: readonly RestoredThing[], gate: DeleteGate): Promise<readonly RemovedHow[]>;
}

/** Brings copies back into quarantine, and puts quarantine away. */
export interface Quarantine {
  /**
   * Begins to bring a copy back, or goes on with it; asked twice it is done once. Nothing is read of it before it is
   * whole.
   */
  bringBack(restore: Restore): Promise<"under-way" | "whole">;
  /** The stores whose things lie in what was brought back: of a bucket that stores share, each of them. */
  stores(restore: Restore): readonly QuarantinedStore[];
  /** Puts away what is empty by now; what is not stays, and false is returned. */
  putAway(restore: Restore): Promise<boolean>;
}

/** Every restore there was. */
export interface Restores {
  /**
   * Opens a restore, unless one of the same slot is under way.
   *
   * @returns the one that is open now.
   */
  open(restore: Restore): Promise<Restore>;
  read(restoreId: string): Promise<Restore | undefined>;
  /** Replaces what is said of it; undefined if another write came first, and nothing was changed. */
  update(next: Restore): Promise<Restore | undefined>;
  /** Newest first, at most `limit`. */
  list(limit: number): Promise<readonly Restore[]>;
}

/** Every bucket and table of the account and region. */
export interface Surroundings {
  places(): AsyncIterable<Surrounding>;
}

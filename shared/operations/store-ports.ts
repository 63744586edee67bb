import type { KeptRecords, LeftBehind } from "../domain/erasure/store-progress.ts";
import type { SubjectId } from "../domain/erasure/subject-id.ts";
import type { HoldableThing } from "../domain/holds/hold.ts";
import type { Retention } from "../domain/policy/retained-stores.ts";
import type { StoreKind } from "../domain/policy/store.ts";

/** What one look at a store found of a subject; nothing is changed by looking. */
export interface Finding {
  /** Entries: object versions, delete markers, unfinished uploads, items, accounts. */
  readonly found: number;
  readonly bytes: number;
  /** SHA-256 over every id in the order found, so that two plans can be compared without keeping the ids. */
  readonly digest: string;
}

/** An entry that stays because of a legal hold. */
export interface HeldBack<Entry> {
  readonly entry: Entry;
  readonly holdId: string;
  /** The day on which that hold is looked at again, ISO 8601 UTC. */
  readonly retainedUntil: string;
}

/** What may be done with the entries that a destructive call was about to take. */
export type DeleteAnswer<Entry> =
  | { readonly proceed: true; readonly free: readonly Entry[]; readonly held: readonly HeldBack<Entry>[] }
  | { readonly proceed: false; readonly reason: string };

/** Asked before every destructive call, with what it would take; only what is free may go. */
export interface DeleteGate {
  mayDelete<Entry extends HoldableThing>(entries: readonly Entry[]): Promise<DeleteAnswer<Entry>>;
}

/** What one pass over a store did. */
export interface ErasurePass {
  readonly deleted: number;
  readonly left: number;
  /** At most LEFT_BEHIND_LISTED_MAX of them. */
  readonly leftBehind: readonly LeftBehind[];
  /** False if the gate stopped it before an empty listing was seen. */
  readonly finished: boolean;
  /** Of a store that keeps a part of each record: how many it goes on with under a pseudonym. */
  readonly pseudonymised?: number;
}

/** Finds a subject's entries in one store. */
export interface StoreFinder {
  find(subject: SubjectId): Promise<Finding>;
}

/** Deletes a subject's entries from one store; deleting what is gone already is a success. */
export interface StoreEraser {
  /** @param onDeleted told after each batch how many more deletions the store has confirmed. */
  erase(
    subject: SubjectId,
    gate: DeleteGate,
    onDeleted: (deleted: number) => Promise<void>,
  ): Promise<ErasurePass>;
}

/** Looks again for a subject in one store, sharing no code with the finder and the eraser. */
export interface StoreVerifier {
  /** Where a part of each record is kept, one that holds more than that, or names the person, counts too. */
  countRemaining(subject: SubjectId): Promise<number>;
  /** Of a store that keeps a part of each record: what it keeps of the person, after each was looked at whole. */
  lookAtKept?(subject: SubjectId): Promise<KeptRecords>;
}

/** The three sides of one declared store. */
export interface StoreAdapter {
  readonly storeId: string;
  readonly kind: StoreKind;
  readonly finder: StoreFinder;
  readonly eraser: StoreEraser;
  readonly verifier: StoreVerifier;
  /** Present if its eraser cuts records and keeps them under a pseudonym. */
  readonly retention?: Retention;
}

/** The account a subject signs in with. */
export interface Accounts {
  /**
   * Refuses further sign-in and ends every session.
   *
   * @returns the address on file, to be told when all is done; undefined if there is no account or no address.
   */
  disable(subject: SubjectId): Promise<string | undefined>;
  /** @returns the same address, and changes nothing. */
  addressOf(subject: SubjectId): Promise<string | undefined>;
  /** Says whether there is an account that may sign in. */
  isEnabled(subject: SubjectId): Promise<boolean>;
  /** Allows to sign in again; who is gone stays gone. */
  enable(subject: SubjectId): Promise<void>;
}

/** The people of one store: whose things are in it, and nothing of what those are. */
export interface PeopleIn {
  readonly storeId: string;
  /**
   * Page by page in an order of its own; a person may be named on several.
   *
   * @param after what an earlier page said comes after it.
   */
  list(
    after?: string,
  ): AsyncIterable<{ readonly people: readonly SubjectId[]; readonly after?: string | undefined }>;
}

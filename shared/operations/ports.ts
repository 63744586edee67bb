import type { Decision } from "../domain/consents/decision.ts";
import type { ErasurePlan } from "../domain/erasure/erasure-plan.ts";
import type { RecordedScope } from "../domain/erasure/scope.ts";
import type { LeftBehind, StoreProgress } from "../domain/erasure/store-progress.ts";
import type { SubjectId } from "../domain/erasure/subject-id.ts";
import type { SubjectKey } from "../domain/erasure/subject-reference.ts";
import type { Tombstone } from "../domain/erasure/tombstone.ts";
import type { HoldableThing } from "../domain/holds/hold.ts";
import type { Entry, EntryBody } from "../domain/ledger/entry.ts";
import type { Bindings } from "../domain/policy/bindings.ts";
import type { Purpose } from "../domain/policy/category.ts";
import type { CompiledPolicy } from "../domain/policy/compile-policy.ts";
import type { StoreKind } from "../domain/policy/store.ts";
import type { ErasureRequest } from "../domain/requests/erasure-request.ts";
import type { PauseOfAll } from "../domain/requests/pause-of-all.ts";

/** Ports of a file of their own; whoever needs one finds it here. */
export type * from "./clock-ports.ts";
export type { Holds } from "./hold-ports.ts";
export type { DeadLetters, Tasks } from "./task-ports.ts";

/** Time comes from here, so that tests can move it. */
export interface Clock {
  now(): Date;
}

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
  countRemaining(subject: SubjectId): Promise<number>;
}

/** The three sides of one declared store. */
export interface StoreAdapter {
  readonly storeId: string;
  readonly kind: StoreKind;
  readonly finder: StoreFinder;
  readonly eraser: StoreEraser;
  readonly verifier: StoreVerifier;
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
}

/** Requests, what they wait for, and how far their stores have come. */
export interface RequestRegister {
  /** Stores a new request and takes the subject's lease, both or neither. */
  open(
    request: ErasureRequest,
  ): Promise<{ readonly opened: true } | { readonly opened: false; readonly activeRequestId: string }>;
  read(requestId: string): Promise<ErasureRequest | undefined>;
  /**
   * Replaces a request and its due row, and gives the lease back when it has ended.
   *
   * @param next carries the revision it was based on; it is stored with the next one.
   * @returns what was stored; undefined if another write came first and nothing was changed.
   */
  update(next: ErasureRequest): Promise<ErasureRequest | undefined>;
  /** Newest first, at most `limit`. */
  list(limit: number): Promise<readonly ErasureRequest[]>;
  /** Ids of requests whose due time is not after `now`, earliest first, at most `limit`. */
  dueBy(now: Date, limit: number): Promise<readonly string[]>;

  /** Stops everything: nothing starts and nothing more is deleted, until {@link resumeAll}. The first pause stands. */
  pauseAll(pause: PauseOfAll): Promise<void>;
  resumeAll(): Promise<void>;
  /**
   * Remembers who would lift a pause that needs two people; the first who asked stands.
   *
   * @returns the pause as it stands; undefined if there is none.
   */
  askToResumeAll(asked: NonNullable<PauseOfAll["resumeAsked"]>): Promise<PauseOfAll | undefined>;
  /** The pause that stands, read so that one written before is seen. */
  pausedAll(): Promise<PauseOfAll | undefined>;
  /**
   * Counts one more of `what` in this hour; two at once both count.
   *
   * @returns how many there are now.
   */
  countInHour(what: string, now: Date): Promise<number>;

  putPlan(plan: ErasurePlan): Promise<void>;
  readPlan(requestId: string): Promise<ErasurePlan | undefined>;

  /** Stores the progress of a store anew, with its counts. */
  startStoreProgress(requestId: string, progress: StoreProgress): Promise<void>;
  /** Adds to `deletedByCall` of a store whose progress was started; two at once both count. */
  addDeleted(requestId: string, storeId: string, deleted: number): Promise<void>;
  recordLeft(
    requestId: string,
    storeId: string,
    left: { readonly left: number; readonly leftBehind: readonly LeftBehind[] },
  ): Promise<void>;
  recordVerified(
    requestId: string,
    storeId: string,
    verified: { readonly found: number; readonly at: string },
  ): Promise<void>;
  readStoreProgress(requestId: string): Promise<readonly StoreProgress[]>;

  /** Keeps the address to answer to; it goes with {@link forgetContact}, or by itself after `expiresAtEpochSeconds`. */
  keepContact(requestId: string, address: string, expiresAtEpochSeconds: number): Promise<void>;
  readContact(requestId: string): Promise<string | undefined>;
  forgetContact(requestId: string): Promise<void>;
}

/** The erased, by subject reference. */
export interface Tombstones {
  /**
   * Writes the tombstone unless one of the same request, or a later one, stands.
   *
   * @returns the one that stands.
   */
  put(tombstone: Tombstone): Promise<Tombstone>;
  /** @returns the one that covers exactly this scope of the subject. */
  read(subjectRef: string, scope: RecordedScope): Promise<Tombstone | undefined>;
}

/** The secret under which subject references are made. */
export interface SubjectKeys {
  /** @returns the key in force; made on first use. */
  current(): Promise<SubjectKey>;
}

/** What people decided about the use of their data, by subject reference. */
export interface Decisions {
  /**
   * Keeps a decision; the newest of a person and purpose stands, in whatever order they arrive. Of two at the same
   * moment the objection does. Keeping the same one twice is keeping it once.
   */
  record(decision: Decision): Promise<void>;
  /** What stands, read so that a decision kept before is seen. */
  standing(subjectRef: string, purpose: Purpose): Promise<Decision | undefined>;
  /** Every decision of a person, newest first, at most `limit`. */
  history(subjectRef: string, limit: number): Promise<readonly Decision[]>;
}

/** Runs of the erasure workflow. */
export interface Executions {
  /** Starts the run of this request and attempt; starting it twice is one run. */
  start(request: ErasureRequest): Promise<void>;
  statusOf(request: ErasureRequest): Promise<"running" | "ended" | "absent">;
}

/** Tells the drain that something is due now; without it the minute rule finds it. */
export interface DrainSignal {
  send(): Promise<void>;
}

/** Letters to people. */
export interface Letters {
  send(letter: { readonly to: string; readonly subject: string; readonly text: string }): Promise<void>;
}

/** Documents that are named by what they hold, or by the request they belong to. */
export interface Records {
  putPolicy(compiled: CompiledPolicy): Promise<void>;
  readPolicy(digest: string): Promise<CompiledPolicy | undefined>;
  /** Replaces where the stores of a service are. */
  putBindings(bindings: Bindings): Promise<void>;
  readBindings(service: string): Promise<Bindings | undefined>;
  /** @returns the key it is stored under. */
  putCertificate(requestId: string, attempt: number, certificate: string): Promise<string>;
  readCertificate(key: string): Promise<string | undefined>;
}

/** Append-only lanes of entries, one per request, attempt and target. */
export interface Ledger {
  /**
   * Appends to a lane, each entry naming the hash of the one before.
   *
   * @param subjectRef whom it is about; undefined in the lanes of the clock.
   * @throws {LaneSealed} if the lane was closed.
   */
  append(lane: string, subjectRef: string | undefined, body: EntryBody): Promise<Entry>;
  /**
   * Every entry of a lane in order.
   *
   * @throws {EntryDamaged} if something else is stored in the place of one.
   */
  readLane(lane: string): Promise<readonly Entry[]>;
  /** Every lane there is, for `lethe ledger check`. */
  lanes(): AsyncIterable<string>;
}

/** The one Merkle tree, as stored: leaves, the complete inner nodes, and its size. */
export interface TreeStore {
  /** Hashes of the complete subtrees on the right edge, largest first. */
  head(): Promise<{ readonly size: number; readonly peaks: readonly string[] }>;
  /**
   * Stores new leaves and the inner nodes they complete, if the tree still has the size they were computed for.
   *
   * @returns false if another writer came first; nothing was changed.
   */
  extend(extension: {
    readonly fromSize: number;
    readonly leaves: readonly string[];
    readonly nodes: readonly { readonly level: number; readonly index: number; readonly hash: string }[];
    readonly size: number;
    readonly peaks: readonly string[];
  }): Promise<boolean>;
  /** Hash of the complete subtree of 2^level leaves that starts at leaf index × 2^level; level 0 is a leaf's hash. */
  node(level: number, index: number): Promise<string | undefined>;
  /** The data of a leaf, as it was hashed. */
  leaf(index: number): Promise<string | undefined>;
}

/** Signs with a key that never leaves its home. */
export interface Signer {
  readonly algorithm: "ECDSA_P256_SHA256";
  /** SPKI, PEM. */
  publicKey(): Promise<string>;
  /**
   * @param message what is hashed and signed, as UTF-8.
   * @returns r and s, 128 hexadecimal digits, s in the lower half of the order.
   */
  sign(message: string): Promise<string>;
}

/** Checkpoints and public keys under Object Lock; nothing about a person is ever put here. */
export interface Anchors {
  putCheckpoint(treeSize: number, checkpoint: string): Promise<void>;
  /** Every checkpoint, smallest tree first. */
  checkpoints(): AsyncIterable<string>;
  putKey(keyId: string, archivedKey: string): Promise<void>;
  keys(): AsyncIterable<string>;
}

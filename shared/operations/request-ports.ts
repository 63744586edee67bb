import type { ErasurePlan } from "../domain/erasure/erasure-plan.ts";
import type { LeftBehind, StoreProgress } from "../domain/erasure/store-progress.ts";
import type { LetterAbout } from "../domain/letters/letter-about.ts";
import type { ErasureRequest } from "../domain/requests/erasure-request.ts";
import type { PauseOfAll } from "../domain/requests/pause-of-all.ts";
import type { RightsRequest } from "../domain/rights/rights-request.ts";

/** A request that is due, and the state in which it became so. */
export interface DueRequest {
  readonly requestId: string;
  readonly state: ErasureRequest["progress"]["state"];
}

/** To whom the end of a request is told. */
export interface Contact {
  readonly address: string;
  /** The request by mail or form that it carries on; absent: it was asked for in the service, or by staff. */
  readonly asked?: Pick<RightsRequest, "rightsRequestId" | "language">;
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
  /** Requests whose due time is not after `now`, earliest first, at most `limit`. */
  dueBy(now: Date, limit: number): Promise<readonly DueRequest[]>;
  /** How many requests an execution works on, or is about to. */
  countRun(): Promise<number>;

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
    verified: NonNullable<StoreProgress["verified"]>,
  ): Promise<void>;
  readStoreProgress(requestId: string): Promise<readonly StoreProgress[]>;

  /**
   * Keeps the address to answer to; it goes with {@link forgetContact}, or by itself after `expiresAtEpochSeconds`. What
   * was asked for and by what number stays, if a later call says nothing of it.
   */
  keepContact(requestId: string, contact: Contact, expiresAtEpochSeconds: number): Promise<void>;
  readContact(requestId: string): Promise<Contact | undefined>;
  forgetContact(requestId: string): Promise<void>;
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

/** A letter to one address. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The same in HTML; absent: plain text alone. */
  readonly html?: string;
  /** The mail that it answers, so that it stands in the same thread. */
  readonly answers?: { readonly messageId: string; readonly references: readonly string[] };
  /** Names the thread that it begins or goes on with: whoever answers it names that too. */
  readonly thread?: string;
  /** By which it is known what did not arrive, should it come back. */
  readonly about: LetterAbout;
}

/** Letters to people, and to third parties; each says that a machine sent it (RFC 3834). */
export interface Letters {
  send(letter: Letter): Promise<void>;
}

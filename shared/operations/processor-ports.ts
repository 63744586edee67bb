import type { Disclosure } from "../domain/processors/disclosure.ts";
import type { ProcessorAsk } from "../domain/processors/processor-ask.ts";
import type { VendorSetting } from "../domain/processors/vendor-setting.ts";

/**
 * What a third party said when it was asked, in the words of the certificate. `deleted` is said only by
 * {@link ProcessorConnector.verify}: that a call was answered with 200 is no deletion.
 */
export type ProcessorAnswer =
  | { readonly outcome: "deleted" | "already-absent" }
  /** It took the request; `job` is what to ask about, if it named one. */
  | { readonly outcome: "accepted-unverified"; readonly job?: string }
  /** Nobody can delete it, and it goes by itself then, ISO 8601 UTC. */
  | { readonly outcome: "ages-out-on"; readonly on: string }
  /** It stays until then, at least, for a reason that is stated. */
  | { readonly outcome: "retained-until"; readonly until: string; readonly basis: string }
  /** There is no way to ask; what a person could do instead. */
  | { readonly outcome: "not-possible"; readonly instead: string };

/** Why a call has no outcome yet. */
export type ProcessorTrouble =
  /** It was not reached, gave no answer in time, or an answer that is none: nobody knows whether it was done. */
  | { readonly trouble: "unclear"; readonly why: string }
  /** It wants to be asked later. */
  | { readonly trouble: "busy"; readonly againAfterSeconds: number }
  /** Something there stands against it now. */
  | { readonly trouble: "locked"; readonly why: string }
  /** Our key is wrong, expired or may not: our fault, and nothing was sent elsewhere. */
  | { readonly trouble: "credentials"; readonly why: string }
  /** It answered about something else than was asked: a person has to look before anything more is sent. */
  | { readonly trouble: "mismatch"; readonly why: string };

/** What a third party's own look at a thing shows. */
export type ProcessorSight = "absent" | "still-there" | "cannot-look";

/** What was sent to third parties, by subject reference; never content. */
export interface Disclosures {
  /**
   * Keeps a record; the same one twice is once.
   *
   * @throws {SentOfAnother} if the thing is on record as somebody else's: whoever is erased would take it from them.
   */
  record(subjectRef: string, disclosure: Disclosure): Promise<void>;
  /** Everything of a person that is not settled, in the order it was sent in, read so that a record kept before is seen. */
  of(subjectRef: string): AsyncIterable<Disclosure>;
  /** Removes a record: the third party has it no more, or nobody can do anything about it. */
  settle(subjectRef: string, disclosure: Disclosure): Promise<void>;
}

/** What third parties are asked about for each request, until that has settled. */
export interface ProcessorAsks {
  /** Keeps what is to be asked, unless it is there. */
  begin(ask: ProcessorAsk, expiresAtEpochSeconds: number): Promise<void>;
  /** All of a request, in the order the things were sent in, read so that what was noted before is seen. */
  of(requestId: string): AsyncIterable<ProcessorAsk>;
  /** Keeps how a thing stands now, unless another has come further with it: then that stands. */
  note(ask: ProcessorAsk): Promise<void>;
  /** Forgets all of a request. */
  forget(requestId: string): Promise<void>;
}

/** Returns how a third party is asked; undefined if a person has to. */
export type Connectors = (processor: string) => AskedProcessor | undefined;

/** What is put into a call to a third party so that it keeps less. */
export interface Prevention {
  readonly headers: Readonly<Record<string, string>>;
  /** Fields of the body, by their names; an inner object is merged. */
  readonly body: Readonly<Record<string, unknown>>;
  /** Seconds after which it goes by itself, if that was asked for. */
  readonly lifetimeSeconds?: number;
  /** What is kept all the same, in a sentence. */
  readonly stillKept: string;
}

/** A cache, as it is told to drop copies of what our own stores have deleted. */
export interface AskedCache {
  /** Drops the copies of all of some addresses, at most a hundred. */
  drop(addresses: readonly string[], idempotencyKey: string): Promise<ProcessorAnswer | ProcessorTrouble>;
  /** Looks whether a copy is still served; if the origin gives the thing, the look brings it back. */
  look(address: string): Promise<ProcessorSight | ProcessorTrouble>;
}

/** Objects that are deleted and may be cached. */
export interface DeletedObjects {
  readonly store: string;
  readonly keys: readonly string[];
}

/** Where it is told which copies are to be dropped; each is told again until it was. */
export interface CachedCopies {
  drop(deleted: DeletedObjects): Promise<void>;
}

/** One third party, as something is sent to it and as it is asked to delete it again. */
export interface ProcessorConnector extends AskedProcessor {
  /** Returns what to add when something is sent that may be kept for so long. */
  prevent(lifetimeSeconds: number): Prevention;
}

/** One third party, as it is asked. Every call may be made again after a death or an unclear answer. */
export interface AskedProcessor {
  /** Id of the processor in the policy. */
  readonly processor: string;
  /** Absent: it is no cache. */
  readonly cache?: AskedCache;
  /**
   * Asks for the deletion of one thing. It never asks for anything but what the record names.
   *
   * @param idempotencyKey the same for every try of the same request.
   */
  requestDeletion(
    disclosure: Disclosure,
    idempotencyKey: string,
  ): Promise<ProcessorAnswer | ProcessorTrouble>;
  /** Asks what became of a job that took the request. */
  readStatus(disclosure: Disclosure, job: string): Promise<ProcessorAnswer | ProcessorTrouble>;
  /** Looks whether the thing is still there, by another call than the one that deletes. */
  verify(disclosure: Disclosure): Promise<ProcessorSight | ProcessorTrouble>;
  /** Reads, at a moment, how long it is set to keep what it is sent; undefined, or not there, where it shows nobody. */
  readSetting?(now: Date): Promise<VendorSetting | undefined>;
}

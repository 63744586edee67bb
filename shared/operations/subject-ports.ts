import type { Decision } from "../domain/consents/decision.ts";
import type { RecordedScope } from "../domain/erasure/scope.ts";
import type { SubjectKey } from "../domain/erasure/subject-reference.ts";
import type { Tombstone } from "../domain/erasure/tombstone.ts";
import type { Purpose } from "../domain/policy/category.ts";

/** Which tombstone is meant: the one that covers exactly this scope of the subject. */
export interface AskedTombstone {
  readonly subjectRef: string;
  readonly scope: RecordedScope;
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
  /** The same of many at once, in the same order, read so that one written before is seen. */
  readEach(asked: readonly AskedTombstone[]): Promise<readonly (Tombstone | undefined)[]>;
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

/**
 * Keys of single people, one for each category that the policy marks, under which the service encrypts what it keeps of
 * them. There is no copy of one anywhere: when it is gone, every copy of what it opened is closed for good.
 */
export interface DataKeys {
  /** @returns the key, 32 bytes; made on first use. */
  make(subjectRef: string, category: string): Promise<Uint8Array>;
  /** @returns undefined if it was destroyed, or never made. */
  read(subjectRef: string, category: string): Promise<Uint8Array | undefined>;
}

/** Ends such keys. Whoever ends one need not be able to open it. */
export interface DataKeyEnds {
  /** Destroys keys; what is gone already stays gone. @returns how many there were. */
  destroy(subjectRef: string, categories: readonly string[]): Promise<number>;
  /** Says, by another read, how many of them are there. */
  count(subjectRef: string, categories: readonly string[]): Promise<number>;
}

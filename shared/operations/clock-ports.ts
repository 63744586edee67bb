import type { ClockMetricName } from "../domain/retention/clock-metrics.ts";
import type { BucketRange, Buckets } from "../domain/retention/due-bucket.ts";
import type { DueRow } from "../domain/retention/due-row.ts";
import type { Thing } from "../domain/retention/thing.ts";
import type { FactSet, ToldFact } from "../domain/retention/told-fact.ts";
import type { DeleteGate } from "./ports.ts";

/** What the clock knows of a thing. */
export interface KnownThing {
  readonly thing: Thing;
  readonly facts: FactSet;
  /** ETag of what was stored last as far as anybody said; a mismatch is looked into, never deleted unseen. */
  readonly etag?: string;
  /** When it was last taken for deletion: from then on nobody can save what was there, ISO 8601 UTC. */
  readonly takenAt?: string;
  /** From when the record may go by itself, ISO 8601 UTC. */
  readonly keepUntil: string;
}

/** What was told about a thing, and for how long that has to be remembered. */
export interface ToldOfThing {
  readonly thing: Thing;
  readonly facts: readonly ToldFact[];
  readonly etag?: string;
  /** From when the record may go by itself, ISO 8601 UTC; what is told last says it. */
  readonly keepUntil: string;
}

/** What is known of every thing that ends by itself; facts are only ever added. */
export interface ThingRecords {
  /**
   * Adds what was told, each thing at most once in a call. Twice is once; two at once both count.
   *
   * @returns what is known of each now, in the same order.
   */
  tell(told: readonly ToldOfThing[]): Promise<readonly KnownThing[]>;
  /** What is known of each, in the same order, read so that what was told before is seen. */
  read(things: readonly Thing[]): Promise<readonly (KnownThing | undefined)[]>;
  /** Replaces the facts of a thing by fewer, unless it was told something meanwhile. */
  compact(known: KnownThing, facts: FactSet): Promise<void>;
  /** Says from when the records of things may go by themselves, ISO 8601 UTC. */
  keepUntil(things: readonly Thing[], until: string): Promise<void>;
  /**
   * Takes a thing for deletion at this moment, ISO 8601 UTC: either this or {@link save} comes first, never both.
   *
   * @returns false if it was told anything since it was read; nothing was changed.
   */
  take(known: KnownThing, at: string): Promise<boolean>;
  /**
   * Adds that a thing was saved at this moment, unless it was taken in the life that began at `createdAt`.
   *
   * @returns false if it was taken; nothing was changed.
   */
  save(thing: Thing, at: string, createdAt: string): Promise<boolean>;
}

/** Rows that say "look at these at that time". They are hints: too many do no harm. */
export interface DueRows {
  put(rows: readonly DueRow[]): Promise<void>;
  /** Every row of one store, stretch of time and shard; one of the last second may be missing, but none that is held. */
  inBucket(place: DuePlace): AsyncIterable<DueRow>;
  /** The same of each stretch of time of a range, one after another, the oldest first. */
  inBuckets(range: DueRange, buckets: Buckets): AsyncIterable<DueRow>;
  /**
   * Removes a row whose things were looked at, together with the counting of what became of them.
   *
   * @returns false if it was removed before: then nothing was counted.
   */
  done(row: DueRow, counted: readonly Measured[]): Promise<boolean>;
  /** The first stretch of time that may still hold rows of a store and shard; undefined before the first sweep. */
  watermark(store: string, shard: number): Promise<string | undefined>;
  /** Before when nobody can have put a row; undefined if that is not known. */
  begunAt(): Promise<Date | undefined>;
  /** Moves it forward; it never goes back. */
  advance(store: string, shard: number, bucket: string): Promise<void>;
}

/** Where due rows of one kind are. */
export interface DuePlace {
  readonly store: string;
  readonly bucket: string;
  readonly shard: number;
}

/** Where due rows of several kinds are. */
export interface DueRange extends BucketRange {
  readonly store: string;
  readonly shard: number;
}

/** What became of some things of one store, to be counted. */
export interface Measured {
  readonly store: string;
  readonly what: "deleted" | "held" | "found-by-reconciler";
  readonly count: number;
  /** Seconds from creation to deletion, each. */
  readonly ageSeconds: readonly number[];
  /** Seconds from the promised moment to deletion, each; negative is early. */
  readonly lateSeconds: readonly number[];
}

/** What is there in a store, as a listing or a look shows it. */
export interface SeenThing {
  readonly thing: Thing;
  /** When the store says it was stored; a copy is younger than what it was made from. A table does not say it. */
  readonly storedAt?: string;
  readonly etag?: string;
  readonly bytes: number;
  /** Of a record of which a law keeps a part: when that says it was made, and until when it is kept, ISO 8601 UTC. */
  readonly retained?: { readonly madeAt?: string; readonly until: string };
}

/** A thing that is due, with the ETag it is believed to have. */
export interface ThingToExpire {
  readonly thing: Thing;
  /** Absent if nobody told it; a bucket is looked at before anything is deleted then. */
  readonly etag?: string;
  readonly createdAt: string;
  /** What was stored later than this lives another life: it stays, and the thing has `changed`. */
  readonly dueAt: string;
  /** True if it is known to be a record that a law keeps, and due as such: else one that is found there has `changed`. */
  readonly isRetained?: boolean;
}

/**
 * What became of a thing: `changed` is another than was meant, so it was left alone and has to be looked at; where the store
 * was `busy` it takes it later.
 */
export const EXPIRED_HOW = ["deleted", "absent", "changed", "held", "refused", "busy", "stopped"] as const;
export type ExpiredHow = (typeof EXPIRED_HOW)[number];

/** One store, as the clock works on it. */
export interface ExpiringStore {
  readonly storeId: string;
  /**
   * Deletes things with all their versions, markers and unfinished uploads, through the gate.
   *
   * @returns what became of each, in the same order.
   */
  expire(things: readonly ThingToExpire[], gate: DeleteGate): Promise<readonly ExpiredHow[]>;
  /** Looks at one thing; undefined if it is not there. */
  see(thing: Thing): Promise<SeenThing | undefined>;
  /**
   * Everything in the store, unfinished uploads too, page by page in an order of its own; another way than
   * {@link expire} goes.
   *
   * @param after the last key of a page that was seen: what comes after it.
   */
  list(after?: string): AsyncIterable<readonly SeenThing[]>;
  /** Everything that was stored in one session of a person, page by page. */
  listSession(subject: string, session: string): AsyncIterable<readonly SeenThing[]>;
}

/** A thing to do at a time: what, about what, and when at the latest. */
export interface Duty {
  /** Names it: put twice it is one duty, and the later call moves it. */
  readonly dutyId: string;
  readonly kind: string;
  /** Ids only: a hold, a request, a day. Never anything of a person. */
  readonly about: Readonly<Record<string, string>>;
  readonly dueAt: string;
}

/** "Do X by T", for everybody. */
export interface Duties {
  put(duty: Duty): Promise<void>;
  /** The same, unless one of its id is there: that one stands as it is. */
  putOnce(duty: Duty): Promise<void>;
  cancel(dutyId: string): Promise<void>;
  /** Due ones, the one due first at the top, at most `limit`. */
  dueBy(now: Date, limit: number): Promise<readonly Duty[]>;
  /** Removes one that was done, unless it was moved meanwhile. */
  done(duty: Duty): Promise<void>;
}

/** How the expiry of a store went, over all time or since a day. */
export interface StoreMeasurements {
  readonly store: string;
  readonly since: string;
  readonly deleted: number;
  readonly held: number;
  readonly foundByReconciler: number;
  readonly ageSeconds: Spread;
  readonly lateSeconds: Spread;
  /** The oldest thing that the last listing showed. */
  readonly oldestLivingAt?: string;
  readonly living?: number;
  readonly listedAt?: string;
}

/** A spread of numbers; `p50` and `p99` are upper bounds of the class they fall in, `max` is exact. */
export interface Spread {
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

/** Our own measurements; what CloudWatch shows is made from these. */
export interface Measurements {
  read(store: string, since: string): Promise<StoreMeasurements | undefined>;
  /** Remembers what a listing of a whole store showed. */
  listed(
    store: string,
    seen: { readonly at: string; readonly living: number; readonly oldestLivingAt?: string },
  ): Promise<void>;
  count(measured: readonly Measured[]): Promise<void>;
}

/** How far a listing of a store has come. */
export interface Listing {
  /** The last key that was seen; absent at the beginning. */
  readonly after?: string;
  /** Things that are there and stay, so far. */
  readonly living: number;
  readonly oldestLivingAt?: string;
  /** Things that nobody had told of. */
  readonly untold: number;
  /** Things that were long due and still there, and were deleted. */
  readonly found: number;
}

/** Where the listing of a store stands between two runs of the reconciler. */
export interface StandingListing {
  /** What is under way, if time ran out. */
  readonly listing?: Listing;
  /** When the store was last listed to the end, ISO 8601 UTC. */
  readonly finishedAt?: string;
}

/** Listings go on where a run stopped: a large store takes longer than a function may. */
export interface Listings {
  read(store: string): Promise<StandingListing>;
  keep(store: string, standing: StandingListing): Promise<void>;
}

/** A number for people to look at, and for alarms; all of a tick together. */
export interface Metrics {
  put(values: Readonly<Partial<Record<ClockMetricName, number>>>): Promise<void>;
}

/** Puts the canaries of a store: things that live as those of people do, and whose end is watched. */
export interface Canaries {
  put(key: string): Promise<void>;
}

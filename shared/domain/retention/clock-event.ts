import type { Thing } from "./thing.ts";
import type { ToldFact } from "./told-fact.ts";

/** What somebody said about a thing: S3, a table's stream, or the service itself. */
export interface ThingEvent {
  readonly kind: "thing";
  readonly thing: Thing;
  readonly told: ToldFact;
  /** The object's ETag at that event, if the store has such a thing. */
  readonly etag?: string;
}

/** A session of a person ended: everything that was stored in it has to go. */
export interface SessionEnded {
  readonly kind: "session-ended";
  readonly subject: string;
  readonly session: string;
  readonly at: string;
}

/** An account ended: from then on it is an erasure of the whole account. */
export interface AccountEnded {
  readonly kind: "account-ended";
  readonly subject: string;
  readonly at: string;
}

export type ClockEvent = ThingEvent | SessionEnded | AccountEnded;

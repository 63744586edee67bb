const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** From when an event was heard: the window of the intake, the minute it is written into, the tick after it, and one more. */
const EVENT_GRACE_MS = 5 * MINUTE_MS;

/** What was un-saved long after its limit is found by the daily look of the reconciler, if its event goes astray. */
const UN_SAVED_GRACE_MS = 25 * HOUR_MS;

/** What is promised of the things of one store. */
export interface StorePromise {
  readonly limit: { readonly hours: number } | { readonly months: number };
  readonly marginMinutes: number;
  /** Events after which a thing has to go at once. */
  readonly endsOn: readonly string[];
  readonly isSavable: boolean;
  readonly isHoldable: boolean;
  /** By how much earlier something may count as stored that no event told of; where a limit is in months, and no store dates it. */
  readonly undatedMinutes?: number;
}

/** From when something was stored to its end, and what became of it meanwhile. */
export interface Life {
  readonly startMs: number;
  /** Its owner deleted it; what is stored under the key before it would have been due goes on with its life. */
  isWithdrawn: boolean;
  /** The clock deleted it, with every version of it, ahead of its time. */
  isGone: boolean;
  isSaved: boolean;
  wasSaved: boolean;
  isHeld: boolean;
  releasedMs: number | undefined;
  readonly heardMs: number | undefined;
  readonly isSameAgain: boolean;
  /** From when it may go as part of the life before it, whose end nobody heard of. */
  readonly priorDueMs: number | undefined;
  ending: { readonly atMs: number; readonly heardMs: number | undefined } | undefined;
}

/** When a life has to end. */
export interface End {
  /** The moment that was promised, from which lateness is counted. */
  readonly deadlineMs: number;
  readonly mayGoFromMs: number;
  /** After this it is a breach. */
  readonly goneByMs: number;
  /** True if an event was heard so long ago that it should have been gone. */
  readonly isLate: boolean;
  readonly cause: "limit" | "event";
}

const NEVER = Number.POSITIVE_INFINITY;

/** A limit binds unless somebody saved the thing; an event binds from when it could be known, and never beyond the limit. */
export function endOfLife(promise: StorePromise, life: Life, atMs: number): End {
  const limitMs = afterLimit(life.startMs, promise.limit);
  const byLimit = life.isSaved ? NEVER : limitMs - promise.marginMinutes * MINUTE_MS;
  const mayGoFromMs = Math.min(byLimit, life.ending?.atMs ?? NEVER, life.priorDueMs ?? NEVER);
  const base = { deadlineMs: limitMs, mayGoFromMs, isLate: false, cause: "limit" } as const;
  if (life.isHeld) return { ...base, goneByMs: NEVER };

  const heardMs = life.ending?.heardMs ?? NEVER;
  const knownMs = Math.max(heardMs, life.ending?.atMs ?? NEVER);
  const isByEvent = life.wasSaved ? !life.isSaved : knownMs < byLimit;
  if (isByEvent) {
    const isLate = atMs > knownMs + EVENT_GRACE_MS;
    // What was saved has no limit any more, so the event alone has to end it.
    const goneByMs = life.wasSaved ? Math.max(limitMs, knownMs + UN_SAVED_GRACE_MS) : limitMs;
    return { deadlineMs: knownMs, mayGoFromMs, goneByMs, isLate, cause: "event" };
  }
  const goneByMs = life.isSaved ? NEVER : Math.max(limitMs, (life.releasedMs ?? 0) + UN_SAVED_GRACE_MS);
  return { ...base, goneByMs };
}

/** Months end on the same day, or on the last day of a month that has none: GDPR counts so (Regulation 1182/71 Art. 3). */
function afterLimit(startMs: number, limit: StorePromise["limit"]): number {
  if ("hours" in limit) return startMs + limit.hours * HOUR_MS;
  const start = new Date(startMs);
  const [year, month] = [start.getUTCFullYear(), start.getUTCMonth() + limit.months];
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const day = Math.min(start.getUTCDate(), lastDay);
  return Date.UTC(year, month, day) + (startMs % (24 * HOUR_MS));
}

/**
 * Of a life that ended with an event nobody was told of in time, when its limit would have ended it: by all that is
 * known, what is stored meanwhile goes on with it. Undefined if it was heard of, or there was none.
 */
export function unheardLimit(promise: StorePromise, life: Life, byMs: number): number | undefined {
  const isHeard = life.ending?.heardMs !== undefined && life.ending.heardMs <= byMs;
  const isUnheard = life.ending !== undefined && !isHeard;
  return isUnheard ? limitDueMs(promise, life) : undefined;
}

/** Returns when the clock is due to delete it at its limit, in milliseconds since 1970. */
export function limitDueMs(
  { limit, marginMinutes }: StorePromise,
  { startMs }: Pick<Life, "startMs">,
): number {
  return afterLimit(startMs, limit) - marginMinutes * MINUTE_MS;
}

/** Returns from when the clock may take a life to be due at its limit, by what it may believe of when that began. */
export function earliestLimitDueMs(promise: StorePromise, { startMs }: Life): number {
  return limitDueMs(promise, { startMs: startMs - (promise.undatedMinutes ?? 0) * MINUTE_MS });
}

/** Returns a life that begins. */
export function newLife(begun: Pick<Life, "startMs" | "heardMs" | "isSameAgain" | "priorDueMs">): Life {
  return {
    ...begun,
    isWithdrawn: false,
    isGone: false,
    isSaved: false,
    wasSaved: false,
    isHeld: false,
    releasedMs: undefined,
    ending: undefined,
  };
}

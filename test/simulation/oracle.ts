import { type Counted, counted } from "./spread-of.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
/** From when an event was heard: the window of the intake, the minute it is written into, the tick after it, and one more. */
const EVENT_GRACE_MS = 5 * MINUTE_MS;

/** What is promised of the things of one store. */
export interface StorePromise {
  readonly limit: { readonly hours: number } | { readonly months: number };
  readonly marginMinutes: number;
  /** Events after which a thing has to go at once. */
  readonly endsOn: readonly string[];
  readonly isSavable: boolean;
  readonly isHoldable: boolean;
}

/** A thing as the oracle names it. */
export interface Place {
  readonly store: string;
  readonly key: string;
}

/** What somebody did that no promise allows. */
export interface Breach {
  readonly what:
    | "deleted early"
    | "deleted though saved"
    | "deleted though held"
    | "saved though gone"
    | "outlived"
    | "slow after an event";
  readonly store: string;
  readonly key: string;
  readonly atMs: number;
  /** Seconds that it came too early or too late. */
  readonly bySeconds: number;
}

/** Knows what was really done, and from that alone what must be gone when and what must still be there. */
export interface Oracle {
  /** True if this begins another life of the key. */
  stored(place: Place, atMs: number): boolean;
  /** @param heardMs when our side is told; undefined if that is lost. */
  happened(place: Place, what: string, atMs: number, heardMs: number | undefined): void;
  /** Somebody was told that it is saved, whether it was there or not. */
  saved(place: Place, atMs: number, isThere: boolean): void;
  held(place: Place): void;
  /** @param atMs when the hold ended; what should have gone meanwhile has to go then. */
  released(place: Place, atMs: number): void;
  gone(place: Place, atMs: number): void;
  /** The owner deleted it. */
  withdrawn(place: Place): void;
  /** Counts what is still there at the end and should not be; nothing is changed. */
  overdueAt(atMs: number): readonly Place[];
  /** When the present life of a thing must be gone and from when it may go; undefined if it is not there or has no end. */
  endOf(place: Place): { readonly mayGoFromMs: number; readonly goneByMs: number } | undefined;
  readonly breaches: readonly Breach[];
  readonly breachCount: number;
  readonly goneCount: number;
  readonly livingCount: number;
  /** Seconds from the promised moment to the deletion, of what went because of its limit; below 0 is early. */
  readonly lateOfLimit: Counted;
  /** Seconds from hearing of an event to the deletion. */
  readonly lateOfEvent: Counted;
}

interface Life {
  readonly startMs: number;
  isSaved: boolean;
  wasSaved: boolean;
  isHeld: boolean;
  releasedMs: number | undefined;
  ending: { readonly atMs: number; readonly heardMs: number | undefined } | undefined;
}

/** More are counted and not kept. */
const BREACHES_KEPT_MAX = 20;

/**
 * Returns an oracle over some stores.
 *
 * @param skewMs by how much the clock that decides may be ahead: so much early is not early.
 * @param onGone told of each thing that went at its limit, to be compared with other mechanisms.
 */
export function oracle(
  promises: Readonly<Record<string, StorePromise>>,
  skewMs: number,
  onGone: (startMs: number, deadlineMs: number) => void = () => undefined,
): Oracle {
  const living = new Map<string, Life>();
  const breaches: Breach[] = [];
  const [lateOfLimit, lateOfEvent] = [counted(), counted()];
  let breachCount = 0;
  let goneCount = 0;

  const promiseOf = (store: string): StorePromise => {
    const promise = promises[store];
    if (!promise) throw new Error(`Nothing is promised of ${store}.`);
    return promise;
  };
  const breach = (what: Breach["what"], { store, key }: Place, atMs: number, byMs: number): void => {
    breachCount += 1;
    if (breaches.length < BREACHES_KEPT_MAX) {
      breaches.push({ what, store, key, atMs, bySeconds: Math.round(byMs / 1000) });
    }
  };

  /** Judges that a life has ended, whoever ended it. */
  const judge = (place: Place, life: Life, atMs: number): void => {
    const promise = promiseOf(place.store);
    const { deadlineMs, goneByMs, cause } = endOfLife(promise, life);
    if (atMs > goneByMs) {
      breach(cause === "limit" ? "outlived" : "slow after an event", place, atMs, atMs - goneByMs);
    }
    if (cause === "limit" && life.releasedMs === undefined) {
      lateOfLimit.add((atMs - deadlineMs) / 1000);
      onGone(life.startMs, deadlineMs);
    }
    if (cause === "event") lateOfEvent.add((atMs - deadlineMs) / 1000);
  };

  return {
    breaches,
    lateOfLimit,
    lateOfEvent,
    get breachCount() {
      return breachCount;
    },
    get goneCount() {
      return goneCount;
    },
    get livingCount() {
      return living.size;
    },
    stored(place, atMs) {
      const life = living.get(idOf(place));
      if (life && atMs <= endOfLife(promiseOf(place.store), life).mayGoFromMs) return false;
      // What was there until now is overwritten; had it to be gone before, it was late.
      if (life) judge(place, life, atMs);
      living.set(idOf(place), newLife(atMs));
      return true;
    },
    happened(place, what, atMs, heardMs) {
      const life = living.get(idOf(place));
      if (!life) return;
      if (what === "un-saved") life.isSaved = false;
      if (!promiseOf(place.store).endsOn.includes(what) || life.ending) return;
      life.ending = { atMs, heardMs };
    },
    saved(place, atMs, isThere) {
      if (!isThere) breach("saved though gone", place, atMs, 0);
      const life = living.get(idOf(place));
      if (!life) return;
      life.isSaved = true;
      life.wasSaved = true;
    },
    held(place) {
      const life = living.get(idOf(place));
      if (life && promiseOf(place.store).isHoldable) life.isHeld = true;
    },
    released(place, atMs) {
      const life = living.get(idOf(place));
      if (!life?.isHeld) return;
      life.isHeld = false;
      life.releasedMs = atMs;
    },
    gone(place, atMs) {
      const life = living.get(idOf(place));
      if (!life) return;
      living.delete(idOf(place));
      goneCount += 1;
      const { mayGoFromMs } = endOfLife(promiseOf(place.store), life);
      if (life.isHeld) return breach("deleted though held", place, atMs, 0);
      if (mayGoFromMs === Number.POSITIVE_INFINITY) return breach("deleted though saved", place, atMs, 0);
      if (atMs < mayGoFromMs - skewMs) return breach("deleted early", place, atMs, mayGoFromMs - atMs);
      return judge(place, life, atMs);
    },
    withdrawn(place) {
      living.delete(idOf(place));
    },
    overdueAt(atMs) {
      return [...living].flatMap(([id, life]) => {
        const place = placeOf(id);
        return atMs > endOfLife(promiseOf(place.store), life).goneByMs ? [place] : [];
      });
    },
    endOf(place) {
      const life = living.get(idOf(place));
      return life && endOfLife(promiseOf(place.store), life);
    },
  };
}

interface End {
  /** The moment that was promised, from which lateness is counted. */
  readonly deadlineMs: number;
  readonly mayGoFromMs: number;
  /** After this it is a breach. */
  readonly goneByMs: number;
  readonly cause: "limit" | "event";
}

const NEVER = Number.POSITIVE_INFINITY;

/** A limit binds unless somebody saved the thing; an event binds from when it could be known, and never beyond the limit. */
function endOfLife(promise: StorePromise, life: Life): End {
  const limitMs = afterLimit(life.startMs, promise.limit);
  const byLimit = life.isSaved ? NEVER : limitMs - promise.marginMinutes * MINUTE_MS;
  const mayGoFromMs = Math.min(byLimit, life.ending?.atMs ?? NEVER);
  if (life.isHeld) return { deadlineMs: limitMs, mayGoFromMs, goneByMs: NEVER, cause: "limit" };

  const heardMs = life.ending?.heardMs ?? NEVER;
  const knownMs = Math.max(heardMs, life.ending?.atMs ?? NEVER);
  const isByEvent = life.wasSaved ? !life.isSaved : knownMs < byLimit;
  if (isByEvent) {
    const goneByMs = life.wasSaved
      ? Math.max(limitMs, knownMs + EVENT_GRACE_MS)
      : Math.min(limitMs, knownMs + EVENT_GRACE_MS);
    return { deadlineMs: knownMs, mayGoFromMs, goneByMs, cause: "event" };
  }
  const goneByMs = life.isSaved ? NEVER : Math.max(limitMs, (life.releasedMs ?? 0) + EVENT_GRACE_MS);
  return { deadlineMs: limitMs, mayGoFromMs, goneByMs, cause: "limit" };
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

function newLife(startMs: number): Life {
  return {
    startMs,
    isSaved: false,
    wasSaved: false,
    isHeld: false,
    releasedMs: undefined,
    ending: undefined,
  };
}

function idOf({ store, key }: Place): string {
  return `${store}\n${key}`;
}

function placeOf(id: string): Place {
  const at = id.indexOf("\n");
  return { store: id.slice(0, at), key: id.slice(at + 1) };
}

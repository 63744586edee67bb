import {
  earliestLimitDueMs,
  endOfLife,
  type Life,
  limitDueMs,
  newLife,
  type StorePromise,
  unheardLimit,
} from "./life.ts";
import { type Counted, counted } from "./spread-of.ts";

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
    | "outlived";
  readonly store: string;
  readonly key: string;
  readonly atMs: number;
  /** Seconds that it came too early or too late. */
  readonly bySeconds: number;
}

/** Knows what was really done, and from that alone what must be gone when and what must still be there. */
export interface Oracle {
  /** @param isSameAgain true if the very same bytes are there; then S3 cannot tell the new from the old. */
  stored(place: Place, atMs: number, heardMs: number | undefined, isSameAgain: boolean): void;
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
  /** Forgets what its owner deleted, once it would have been due. */
  forgetWithdrawn(atMs: number): void;
  /** When the present life of a thing must be gone and from when it may go; undefined if it is not there or has no end. */
  endOf(place: Place): { readonly mayGoFromMs: number; readonly goneByMs: number } | undefined;
  readonly breaches: readonly Breach[];
  readonly breachCount: number;
  /** Things that went later after an event than they should, but before their limit. */
  readonly slowCount: number;
  /** The very same bytes stored again after they were due, and deleted with them before that could be known. */
  readonly sameBytesCount: number;
  readonly goneCount: number;
  readonly livingCount: number;
  /** Seconds from the promised moment to the deletion, of what went because of its limit; below 0 is early. */
  readonly lateOfLimit: Counted;
  /** Seconds from hearing of an event to the deletion. */
  readonly lateOfEvent: Counted;
}

/** More are counted and not kept. */
const BREACHES_KEPT_MAX = 20;

/**
 * Returns an oracle over some stores.
 *
 * @param onGone told of each thing that went at its limit, to be compared with other mechanisms.
 */
export function oracle(
  promises: Readonly<Record<string, StorePromise>>,
  { skewMs, unrecordedMs }: Tolerance,
  onGone: (startMs: number, deadlineMs: number) => void = () => undefined,
): Oracle {
  /** By store and key: a text of both would have to be made, and looked through, at each look. */
  const living = new Map(Object.keys(promises).map((store) => [store, new Map<string, Life>()]));
  const breaches: Breach[] = [];
  const [lateOfLimit, lateOfEvent] = [counted(), counted()];
  let breachCount = 0;
  let slowCount = 0;
  let sameBytesCount = 0;
  let goneCount = 0;

  const promiseOf = (store: string): StorePromise => {
    const promise = promises[store];
    if (!promise) throw new Error(`Nothing is promised of ${store}.`);
    return promise;
  };
  const livesIn = (store: string): Map<string, Life> => {
    const lives = living.get(store);
    if (!lives) throw new Error(`Nothing is promised of ${store}.`);
    return lives;
  };
  const lifeOf = ({ store, key }: Place): Life | undefined => livesIn(store).get(key);
  const breach = (what: Breach["what"], { store, key }: Place, atMs: number, byMs: number): void => {
    breachCount += 1;
    if (breaches.length < BREACHES_KEPT_MAX) {
      breaches.push({ what, store, key, atMs, bySeconds: Math.round(byMs / 1000) });
    }
  };

  /** What was not recorded yet, or never told, looks like what it replaced. */
  const isIndistinguishable = ({ isSameAgain, heardMs }: Life, atMs: number): boolean =>
    isSameAgain && (heardMs === undefined || atMs < heardMs + unrecordedMs);
  /** Judges that a life has ended, whoever ended it. */
  const judge = (place: Place, life: Life, atMs: number): void => {
    const promise = promiseOf(place.store);
    const { deadlineMs, goneByMs, isLate, cause } = endOfLife(promise, life, atMs);
    if (atMs > goneByMs) breach("outlived", place, atMs, atMs - goneByMs);
    else if (isLate) slowCount += 1;
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
    get slowCount() {
      return slowCount;
    },
    get sameBytesCount() {
      return sameBytesCount;
    },
    get goneCount() {
      return goneCount;
    },
    get livingCount() {
      return [...living.values()].reduce((sum, { size }) => sum + size, 0);
    },
    stored(place, atMs, heardMs, isSameAgain) {
      const life = lifeOf(place);
      const mayGoFromMs = life && endOfLife(promiseOf(place.store), life, atMs).mayGoFromMs;
      if (life && mayGoFromMs !== undefined && atMs <= mayGoFromMs) {
        // What the clock has deleted is gone, and what its owner deleted before anybody was told of it was never known: only
        // what is stored now is left, which may go as if it were that.
        const wasNeverKnown = life.isWithdrawn && (life.heardMs ?? Number.POSITIVE_INFINITY) > atMs;
        if (life.isGone || wasNeverKnown)
          livesIn(place.store).set(
            place.key,
            newLife({ startMs: atMs, heardMs, isSameAgain, priorDueMs: mayGoFromMs }),
          );
        else life.isWithdrawn = false;
        return;
      }
      // What was there until now is overwritten; had it to be gone before, it was late.
      if (life && !life.isWithdrawn) judge(place, life, atMs);
      const priorDueMs = life && unheardLimit(promiseOf(place.store), life, atMs - unrecordedMs);
      livesIn(place.store).set(place.key, newLife({ startMs: atMs, heardMs, isSameAgain, priorDueMs }));
    },
    happened(place, what, atMs, heardMs) {
      const life = lifeOf(place);
      if (!life) return;
      if (what === "un-saved") life.isSaved = false;
      if (!promiseOf(place.store).endsOn.includes(what) || life.ending) return;
      life.ending = { atMs, heardMs };
    },
    saved(place, atMs, isThere) {
      if (!isThere) breach("saved though gone", place, atMs, 0);
      const life = lifeOf(place);
      if (!life) return;
      life.isSaved = true;
      life.wasSaved = true;
    },
    held(place) {
      const life = lifeOf(place);
      if (life && promiseOf(place.store).isHoldable) life.isHeld = true;
    },
    released(place, atMs) {
      const life = lifeOf(place);
      if (!life?.isHeld) return;
      life.isHeld = false;
      life.releasedMs = atMs;
    },
    gone(place, atMs) {
      const life = lifeOf(place);
      if (!life || life.isWithdrawn) return;
      goneCount += 1;
      const { mayGoFromMs } = endOfLife(promiseOf(place.store), life, atMs);
      // Gone ahead of its time by a clock that is ahead: what is stored under the key until then goes on with its life.
      if (atMs < mayGoFromMs) [life.isWithdrawn, life.isGone] = [true, true];
      // Its end was not heard of, so by all that is known it goes on until its limit.
      else if (atMs < (unheardLimit(promiseOf(place.store), life, atMs - unrecordedMs) ?? 0))
        life.isWithdrawn = true;
      else livesIn(place.store).delete(place.key);
      if (atMs < mayGoFromMs && isIndistinguishable(life, atMs)) {
        sameBytesCount += 1;
        return undefined;
      }
      if (life.isHeld) return breach("deleted though held", place, atMs, 0);
      if (mayGoFromMs === Number.POSITIVE_INFINITY) return breach("deleted though saved", place, atMs, 0);
      const earliestMs = Math.min(mayGoFromMs, earliestLimitDueMs(promiseOf(place.store), life));
      if (atMs < earliestMs - 2 * skewMs) return breach("deleted early", place, atMs, mayGoFromMs - atMs);
      return judge(place, life, atMs);
    },
    withdrawn(place) {
      const life = lifeOf(place);
      if (life) life.isWithdrawn = true;
    },
    overdueAt(atMs) {
      return [...living].flatMap(([store, lives]) =>
        [...lives].flatMap(([key, life]) => {
          if (life.isWithdrawn) return [];
          return atMs > endOfLife(promiseOf(store), life, atMs).goneByMs ? [{ store, key }] : [];
        }),
      );
    },
    forgetWithdrawn(atMs) {
      for (const [store, lives] of living) {
        const promise = promiseOf(store);
        for (const [key, life] of lives) {
          if (!life.isWithdrawn) continue;
          const { mayGoFromMs } = endOfLife(promise, life, atMs);
          // Until its limit what is stored under the key may go on with it: its end may not have been heard of.
          if (Math.max(mayGoFromMs, limitDueMs(promise, life)) < atMs) lives.delete(key);
        }
      }
    },
    endOf(place) {
      const life = lifeOf(place);
      return life && endOfLife(promiseOf(place.store), life, 0);
    },
  };
}

/** What is not held against the clock. */
export interface Tolerance {
  /** By how much a clock may be wrong: one may date a thing too early, and another delete it too early. */
  readonly skewMs: number;
  /** How long an event that was heard may wait before it is recorded. */
  readonly unrecordedMs: number;
}

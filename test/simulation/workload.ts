import type { Place } from "./oracle.ts";
import type { Random } from "./seeded-random.ts";

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** What the invented service and its people can do. */
export interface Hands {
  nowMs(): number;
  at(atMs: number, act: () => void | Promise<void>): void;
  /** Stores something; the same content has the same ETag. `again`: the very same bytes as before, under the same key. */
  store(place: Place, content: string, again?: "same bytes"): void;
  /** Tells of a thing through the event bus. */
  tell(place: Place, what: "generation-completed" | "processing-finished" | "un-saved"): void;
  endSession(subject: string, session: string, places: readonly Place[]): void;
  save(place: Place): Promise<void>;
  hold(place: Place): Promise<void>;
  release(place: Place): Promise<void>;
  deleteAsOwner(place: Place): void;
  /** From when the thing may go; undefined if it is gone or has no end. */
  mayGoFromMs(place: Place): number | undefined;
}

/** How much is stored over which time. */
export interface Workload {
  readonly objects: number;
  readonly startMs: number;
  readonly endMs: number;
}

/** How often each store is written to, out of a hundred. */
const STORES = [
  { store: "photos", share: 34 },
  { store: "work", share: 24 },
  { store: "sessions", share: 18 },
  { store: "landmarks", share: 18 },
  { store: "drafts", share: 5 },
  { store: "tickets", share: 1 },
] as const;
type StoreName = (typeof STORES)[number]["store"];
const SESSION_SIZE = 4;
/** More people are busy at noon than at night: the rate goes up and down by so much of itself. */
const DAILY_WAVE = 0.6;
/** Holds that stand at once: every gate reads them all. */
const HOLDS_MAX = 20;

/** Puts the first of what the service does on the agenda; each thing stored puts down the next. */
export function startWorkload(hands: Hands, random: Random, workload: Workload): void {
  const { objects, startMs, endMs } = workload;
  const meanMs = (endMs - startMs) / objects;
  let stored = 0;
  let holds = 0;
  const people = Math.max(10, Math.round(objects / 50));
  const person = (): string => `p${random.below(people)}`;
  const isBusyNow = (): boolean => {
    const ofDay = ((hands.nowMs() % DAY_MS) / DAY_MS) * 2 * Math.PI;
    return random.next() * (1 + DAILY_WAVE) < 1 - DAILY_WAVE * Math.cos(ofDay);
  };
  const next = (): void => {
    if (stored >= objects) return;
    const atMs = hands.nowMs() + random.wait(meanMs / (1 + DAILY_WAVE));
    if (atMs >= endMs) return;
    hands.at(atMs, () => {
      if (isBusyNow()) stored += storeOne(pickStore(random));
      next();
    });
  };
  const storeOne = (store: StoreName): number => {
    const name = `${stored.toString(36)}`;
    if (store === "sessions") return newSession(name);
    const place = { store, key: keyOf(store, person(), name) };
    hands.store(place, contentOf(name, 1));
    const nowMs = hands.nowMs();
    if (store === "photos") aPhoto(place, name, nowMs);
    if (store === "work") aWork(place, nowMs);
    if (store === "landmarks" && random.chance(0.9)) {
      hands.at(nowMs + random.wait(MINUTE_MS), () => hands.tell(place, "processing-finished"));
    }
    if (store === "drafts") aDraft(place, name, nowMs);
    if (store === "tickets") aTicket(place);
    return 1;
  };

  /** Most photos go after generation; some are stored again, before or after they were due, with the same bytes or others. */
  const aPhoto = (place: Place, name: string, nowMs: number): void => {
    if (random.chance(0.6)) {
      hands.at(nowMs + random.wait(3 * MINUTE_MS), () => hands.tell(place, "generation-completed"));
    }
    if (random.chance(0.03)) {
      const isSame = random.chance(0.5);
      hands.at(nowMs + random.between(0, 40 * HOUR_MS), () => {
        if (isSame) hands.store(place, contentOf(name, 1), "same bytes");
        else hands.store(place, contentOf(name, 2));
      });
    }
    if (random.chance(0.02)) hands.at(nowMs + random.wait(4 * HOUR_MS), () => hands.deleteAsOwner(place));
  };

  /** Some work is saved, part of that in the last seconds; half of it is un-saved in the end. */
  const aWork = (place: Place, nowMs: number): void => {
    if (!random.chance(0.1)) return;
    const saveAtMs = random.chance(0.5)
      ? nowMs + random.between(0, 22 * HOUR_MS)
      : lastSeconds(place, nowMs + random.between(0, HOUR_MS));
    hands.at(saveAtMs, () => hands.save(place));
    if (random.chance(0.7)) {
      hands.at(saveAtMs + random.between(MINUTE_MS, 5 * DAY_MS), () => hands.tell(place, "un-saved"));
    }
  };
  /** Around the moment from which a thing may go: half of them in the very last second or the one after it. */
  const lastSeconds = (place: Place, otherwiseMs: number): number => {
    const eitherWayMs = random.chance(0.5) ? SECOND_MS : 2 * MINUTE_MS;
    return (hands.mayGoFromMs(place) ?? otherwiseMs) + random.between(-eitherWayMs, eitherWayMs);
  };

  /** Drafts are stored over and over, and deleted in the ordinary way, which keeps every version. */
  const aDraft = (place: Place, name: string, nowMs: number): void => {
    for (let version = 2; random.chance(0.5) && version < 6; version += 1) {
      const content = contentOf(name, version);
      hands.at(nowMs + random.between(0, 5 * DAY_MS), () => hands.store(place, content));
    }
    if (random.chance(0.3)) hands.at(nowMs + random.between(0, 6 * DAY_MS), () => hands.deleteAsOwner(place));
  };

  /** A few tickets are held in the last seconds, and released days after they should have gone. */
  const aTicket = (place: Place): void => {
    if (!random.chance(0.1)) return;
    hands.at(lastSeconds(place, hands.nowMs()), async () => {
      if (holds >= HOLDS_MAX) return;
      holds += 1;
      await hands.hold(place);
      hands.at(hands.nowMs() + random.between(HOUR_MS, 6 * DAY_MS), async () => {
        holds -= 1;
        await hands.release(place);
      });
    });
  };

  /** A session keeps several images, and now and then one more when it is over. */
  const newSession = (name: string): number => {
    const subject = person();
    const placeOf = (at: number): Place => ({
      store: "sessions",
      key: `users/${subject}/sessions/${name}/${at}.png`,
    });
    const places: Place[] = [];
    const openMs = random.wait(20 * MINUTE_MS);
    for (let at = 0; at < SESSION_SIZE; at += 1) {
      const place = placeOf(at);
      hands.at(hands.nowMs() + random.between(0, openMs), () => {
        hands.store(place, contentOf(name, at));
        places.push(place);
      });
    }
    if (random.chance(0.8)) {
      hands.at(hands.nowMs() + openMs, () => hands.endSession(subject, name, places));
    }
    return SESSION_SIZE;
  };

  next();
}

function pickStore(random: Random): StoreName {
  let left = random.below(100);
  for (const { store, share } of STORES) {
    if (left < share) return store;
    left -= share;
  }
  return "photos";
}

function keyOf(store: string, person: string, name: string): string {
  if (store === "landmarks" || store === "tickets") return JSON.stringify([`SUBJECT#${person}`, name]);
  return `users/${person}/${name}.jpg`;
}

function contentOf(name: string, version: number): string {
  return `${name}-${version}`;
}

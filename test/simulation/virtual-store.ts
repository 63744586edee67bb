import { z } from "zod";
import { isoMs, isoText } from "../../shared/domain/retention/iso-text.ts";
import type {
  Clock,
  DeleteGate,
  ExpiredHow,
  ExpiringStore,
  SeenThing,
  ThingToExpire,
} from "../../shared/operations/ports.ts";
import type { Random } from "./seeded-random.ts";

/** S3 lists and deletes so many a call. */
const KEYS_PER_CALL = 1000;
/** S3 takes so many deletions a second of one prefix: https://docs.aws.amazon.com/AmazonS3/latest/userguide/optimizing-performance.html */
export const KEYS_PER_SECOND = 3500;
const ITEM_BYTES = 700;
const KeyValuesSchema = z.array(z.string());

/** What a store does to calls that delete, by chance. */
export interface StoreFaults {
  /** Share of keys that are listed as errors in an answer of 200. */
  readonly refusedShare: number;
  /** Share of calls that fail as a whole. */
  readonly failedShare: number;
  /** Deletions it takes a second; as many as S3 does if absent. */
  readonly keysPerSecond?: number;
}

/** A bucket or a table of the simulated world, which knows what is really there. */
export interface VirtualStore extends ExpiringStore {
  /** Stores something; in a versioned bucket what was there stays beneath it. */
  put(key: string, content: string): SeenThing & { readonly storedAt: string };
  /** Deletes as the service does: in a versioned bucket that adds a marker. */
  deleteCurrent(key: string): void;
  has(key: string): boolean;
  readonly size: number;
  /** Keys that the rate limit has refused so far. */
  readonly throttled: number;
}

interface Stored {
  readonly storedMs: number;
  readonly storedAt: string;
  readonly etag: string;
  readonly isMarker: boolean;
  /** As a look shows it while it is current. */
  readonly seen: SeenThing;
}

/** What is under a key, the oldest version first, and at which place a listing shows it. */
interface Kept {
  readonly versions: readonly Stored[];
  readonly place: number;
}

/** What a virtual store is made of. */
export interface VirtualStoreOptions {
  readonly storeId: string;
  readonly isVersioned: boolean;
  /** A table tells neither when an item was stored nor an ETag. */
  readonly isTable: boolean;
  /** The time of the store itself, which is right. */
  readonly clock: Clock;
  readonly random: Random;
  readonly faults: StoreFaults;
  /** Told when the last version of a key has been deleted by the clock. */
  readonly onGone: (key: string) => void;
  /** Lets time pass in a call; absent where calls take none. */
  readonly pause?: (milliseconds: number) => Promise<void>;
}

/** The whole call failed: the store was not reached. */
export class StoreUnreachable extends Error {
  override readonly name = "StoreUnreachable";
}

/** Returns an empty store that takes 3,500 deletions a second, refuses by chance, and deletes only what it is asked for. */
export function virtualStore(options: VirtualStoreOptions): VirtualStore {
  const { storeId, isVersioned, isTable, clock, random, faults, onGone, pause } = options;
  const objects = new Map<string, Kept>();
  /** What a listing shows, in the order in which it came in: looked through far more often than it changes. */
  let shown: (SeenThing | undefined)[] = [];
  const folders = new Map<string, Set<string>>();
  const capacity = keyAllowance(clock, faults.keysPerSecond ?? KEYS_PER_SECOND);
  let throttled = 0;

  const seenAt = (key: string, storedAt: string, etag: string): SeenThing => {
    const thing = { store: storeId, key };
    if (isTable) return { thing, bytes: ITEM_BYTES };
    if (etag === "") return { thing, bytes: ITEM_BYTES, storedAt };
    return { thing, bytes: ITEM_BYTES, storedAt, etag };
  };
  const storedNow = (key: string, etag: string, isMarker: boolean): Stored => {
    const storedMs = clock.now().getTime();
    const storedAt = isoText(storedMs);
    return { storedMs, storedAt, etag, isMarker, seen: seenAt(key, storedAt, etag) };
  };
  /** What is current: of what was deleted by a marker nothing. */
  const seen = (key: string): SeenThing | undefined => {
    const newest = objects.get(key)?.versions.at(-1);
    return newest && !newest.isMarker ? newest.seen : undefined;
  };
  /** What is there, current or not: as old as its oldest version. */
  const listed = (oldest: Stored, versions: readonly Stored[]): SeenThing => {
    if (versions.length === 1) return oldest.seen;
    const newest = versions.findLast(({ isMarker }) => !isMarker);
    return seenAt(oldest.seen.thing.key, oldest.seen.storedAt ?? "", newest?.etag ?? "");
  };
  const keep = (key: string, versions: readonly Stored[]): void => {
    const [oldest] = versions;
    if (!oldest) return;
    const place = objects.get(key)?.place ?? shown.length;
    objects.set(key, { versions, place });
    shown[place] = listed(oldest, versions);
  };
  /** Closes the gaps of what is gone, once they are most of it. */
  const closeGaps = (): void => {
    if (shown.length <= 2 * objects.size) return;
    const gone = shown;
    shown = [];
    for (const [key, { versions, place }] of objects) {
      objects.set(key, { versions, place: shown.length });
      shown.push(gone[place]);
    }
  };
  const remove = (key: string): void => {
    const place = objects.get(key)?.place;
    if (place !== undefined) shown[place] = undefined;
    objects.delete(key);
    const folder = sessionOf(key);
    if (folder === undefined) return;
    folders.get(folder)?.delete(key);
    if (folders.get(folder)?.size === 0) folders.delete(folder);
  };
  /** Deletes one key, if it is what was meant. */
  const deleted = ({ thing: { key }, etag, dueAt }: ThingToExpire): ExpiredHow => {
    const versions = objects.get(key)?.versions;
    const newest = versions?.at(-1);
    if (!versions || !newest) return "absent";
    if (!isVersioned) {
      // Without an ETag a bucket is looked at before; a table tells neither.
      const isOther = etag === undefined ? newest.storedMs > isoMs(dueAt) : newest.etag !== etag;
      if (!isTable && isOther) return "changed";
      remove(key);
      onGone(key);
      return "deleted";
    }
    const dueMs = isoMs(dueAt);
    const newer = versions.filter(({ storedMs }) => storedMs > dueMs);
    if (newer.length === 0) {
      remove(key);
      onGone(key);
      return "deleted";
    }
    if (newer.length < versions.length) onGone(key);
    keep(key, newer);
    return "changed";
  };
  const expireBatch = async (
    batch: readonly ThingToExpire[],
    gate: DeleteGate,
  ): Promise<readonly ExpiredHow[]> => {
    const entries = batch.map((one) => entryOf(one));
    const answer = await gate.mayDelete(entries);
    if (!answer.proceed) return batch.map(() => "stopped");
    if (random.chance(faults.failedShare)) throw new StoreUnreachable(`${storeId} could not be reached.`);
    if (pause) await pause(capacity.waitFor(answer.free.length));
    const free = new Set(answer.free.map(({ one }) => one));
    return batch.map((one) => {
      if (!free.has(one)) return "held";
      // What is gone already takes nothing of what others could have.
      if (!pause && objects.has(one.thing.key) && !capacity.take()) {
        throttled += 1;
        return "busy";
      }
      return random.chance(faults.refusedShare) ? "refused" : deleted(one);
    });
  };

  return {
    storeId,
    get size() {
      return objects.size;
    },
    get throttled() {
      return throttled;
    },
    put(key, content) {
      const stored = storedNow(key, `"${content}"`, false);
      const beneath = isVersioned ? objects.get(key)?.versions : undefined;
      keep(key, beneath ? [...beneath, stored] : [stored]);
      const folder = sessionOf(key);
      if (folder !== undefined) folders.set(folder, (folders.get(folder) ?? new Set()).add(key));
      return { ...stored.seen, storedAt: stored.storedAt };
    },
    deleteCurrent(key) {
      const kept = objects.get(key);
      if (!kept) return;
      if (!isVersioned) remove(key);
      else keep(key, [...kept.versions, storedNow(key, "", true)]);
    },
    has: (key) => objects.has(key),
    async expire(things, gate) {
      const outcomes: ExpiredHow[] = [];
      for (let at = 0; at < things.length; at += KEYS_PER_CALL) {
        outcomes.push(...(await expireBatch(things.slice(at, at + KEYS_PER_CALL), gate)));
      }
      return outcomes;
    },
    see: async ({ key }) => seen(key),
    async *list(after) {
      closeGaps();
      // From the beginning if that is gone, since a listing may show more but never less.
      const place = after === undefined ? undefined : objects.get(after)?.place;
      yield* pagesOf(place === undefined ? shown : shown.slice(place + 1));
    },
    async *listSession(subject, session) {
      const keys = folders.get(`users/${subject}/sessions/${session}/`) ?? [];
      yield* pagesOf([...keys].map(seen));
    },
  };
}

/** As the gate is asked about it. */
function entryOf(one: ThingToExpire) {
  return { ...namesOf(one.thing.key), createdAt: new Date(isoMs(one.createdAt)), one };
}

/** An object's key, or the values of an item's. */
function namesOf(key: string): { readonly id: string; readonly item: string } {
  if (!key.startsWith("[")) return { id: key, item: key };
  const [partition = "", sort = ""] = KeyValuesSchema.parse(JSON.parse(key));
  return { id: `${partition}\n${sort}`, item: sort };
}

/** The folder of a session, if it is in one. */
function sessionOf(key: string): string | undefined {
  return key.includes("/sessions/") ? key.slice(0, key.lastIndexOf("/") + 1) : undefined;
}

function* pagesOf(ones: Iterable<SeenThing | undefined>): Generator<readonly SeenThing[]> {
  let page: SeenThing[] = [];
  for (const one of ones) {
    if (one) page.push(one);
    if (page.length < KEYS_PER_CALL) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}

/** Returns how many more keys may go at a moment: a second's worth may be saved up. */
function keyAllowance(clock: Clock, keysPerSecond: number) {
  let left = keysPerSecond;
  let lastMs = clock.now().getTime();
  const fill = (): void => {
    const nowMs = clock.now().getTime();
    left = Math.min(keysPerSecond, left + ((nowMs - lastMs) * keysPerSecond) / 1000);
    lastMs = nowMs;
  };
  return {
    take(): boolean {
      fill();
      if (left < 1) return false;
      left -= 1;
      return true;
    },
    /** Takes all at once and returns after how many milliseconds that much is there. */
    waitFor(keys: number): number {
      fill();
      left -= keys;
      return left >= 0 ? 0 : Math.ceil((-left * 1000) / keysPerSecond);
    },
  };
}

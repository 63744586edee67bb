import { sha256Hex } from "../../../shared/domain/canonical-json.ts";
import type { SubjectId } from "../../../shared/domain/erasure/subject-id.ts";
import type { ClockStore } from "../../../shared/domain/retention/clock-rules.ts";
import { sessionOf } from "../../../shared/domain/retention/session-of-thing.ts";
import { itemKeyValues } from "../../../shared/domain/retention/thing-owner.ts";
import type {
  Clock,
  ExpiredHow,
  ExpiringStore,
  SeenThing,
  ThingToExpire,
} from "../../../shared/operations/ports.ts";

const KEYS_PER_CALL = 1000;
const BYTES = 100;

/** A bucket or table of a service in memory, which can refuse and fail as those of AWS do. */
export interface InMemoryExpiringStore extends ExpiringStore {
  /** Stores something under a key, now; in a versioned bucket above what is there. The event of it tells when. */
  put(key: string, content?: string): StoredThing;
  /** Puts a record that an erasure has cut, under the key of its pseudonym, which says itself when it was made and ends. */
  keep(key: string, life: NonNullable<SeenThing["retained"]>): StoredThing;
  /** Says whose an item is that an index finds: its attribute does, and not its key. */
  belongsTo(key: string, subject: SubjectId): void;
  /** Deletes as the service does: in a versioned bucket by a marker. */
  deleteCurrent(key: string): void;
  /** Begins an upload in parts and leaves it so. */
  beginUpload(key: string): void;
  /** Refuses this key so many times, in an answer that is a success otherwise. */
  refuse(key: string, times: number): void;
  /** Makes the next call of a side fail, once. */
  failNext(side: "expire" | "see" | "list", error: Error): void;
  /** Does something once, between the gate's answer and the deletion. */
  whenNextDeleting(meanwhile: () => Promise<void>): void;
  /** Keys with anything left under them: versions, markers, unfinished uploads. */
  keys(): readonly string[];
  /** Every deletion there was, in order: the key, and when. */
  readonly deletions: readonly { readonly key: string; readonly at: string }[];
}

/** A thing with when it was stored. */
export type StoredThing = SeenThing & { readonly storedAt: string };

interface Version {
  readonly storedAt: string;
  readonly etag: string | undefined;
  readonly isMarker: boolean;
}

/** Returns an empty store with a clock of its own, which is right. */
export function inMemoryExpiringStore(declared: ClockStore, clock: Clock): InMemoryExpiringStore {
  const versionsOf = new Map<string, readonly Version[]>();
  const uploads = new Map<string, string>();
  const retained = new Map<string, NonNullable<SeenThing["retained"]>>();
  const refusals = new Map<string, number>();
  const failures = new Map<string, Error>();
  const owners = new Map<string, SubjectId>();
  const deletions: { key: string; at: string }[] = [];
  let meanwhile: (() => Promise<void>) | undefined;
  const isVersioned = declared.kind === "s3" && declared.versioned;
  const now = () => clock.now().toISOString();

  const failIfTold = (side: string): void => {
    const error = failures.get(side);
    failures.delete(side);
    if (error) throw error;
  };
  const seen = (key: string): SeenThing | undefined => {
    const newest = versionsOf.get(key)?.at(-1);
    const storedAt = newest?.storedAt ?? uploads.get(key);
    if (storedAt === undefined) return undefined;
    const etag = newest?.etag === undefined ? {} : { etag: newest.etag };
    // A table does not tell when an item was stored.
    const dated = declared.kind === "s3" ? { storedAt } : {};
    const life = retained.get(key);
    const kept = life ? { retained: life } : {};
    return { thing: { store: declared.id, key }, ...dated, ...etag, ...kept, bytes: newest ? BYTES : 0 };
  };
  const expireOne = ({ thing: { key }, etag, dueAt, isRetained }: ThingToExpire): ExpiredHow => {
    const left = refusals.get(key) ?? 0;
    if (left > 0) {
      refusals.set(key, left - 1);
      return "refused";
    }
    const versions = versionsOf.get(key) ?? [];
    if (versions.length > 0 && retained.has(key) && isRetained !== true) return "changed";
    const [newer, older] = [
      versions.filter(({ storedAt }) => storedAt > dueAt),
      versions.filter(({ storedAt }) => storedAt <= dueAt),
    ];
    const newest = versions.at(-1);
    const isOther = !isVersioned && newest !== undefined && etag !== undefined && newest.etag !== etag;
    if (isOther || (newer.length > 0 && older.length === 0)) return "changed";
    const hadUpload = (uploads.get(key) ?? "9999") <= dueAt && uploads.delete(key);
    if (older.length === 0 && !hadUpload) return "absent";
    if (newer.length > 0) versionsOf.set(key, newer);
    else versionsOf.delete(key);
    deletions.push({ key, at: now() });
    return newer.length > 0 ? "changed" : "deleted";
  };

  return {
    storeId: declared.id,
    deletions,
    put(key, content = "content") {
      const etag = declared.kind === "s3" ? `"${sha256Hex(content).slice(0, 32)}"` : undefined;
      const version = { storedAt: now(), etag, isMarker: false };
      versionsOf.set(key, isVersioned ? [...(versionsOf.get(key) ?? []), version] : [version]);
      return { thing: { store: declared.id, key }, bytes: BYTES, ...seen(key), storedAt: now() };
    },
    keep(key, life) {
      retained.set(key, life);
      return this.put(key);
    },
    belongsTo: (key, subject) => void owners.set(key, subject),
    deleteCurrent(key) {
      const versions = versionsOf.get(key);
      if (!versions) return;
      if (!isVersioned) versionsOf.delete(key);
      else versionsOf.set(key, [...versions, { storedAt: now(), etag: undefined, isMarker: true }]);
    },
    beginUpload: (key) => void uploads.set(key, now()),
    refuse: (key, times) => void refusals.set(key, times),
    failNext: (side, error) => void failures.set(side, error),
    whenNextDeleting(what) {
      meanwhile = what;
    },
    keys: () => [...new Set([...versionsOf.keys(), ...uploads.keys()])].sort(),

    async expire(things, gate) {
      const how: ExpiredHow[] = [];
      for (let at = 0; at < things.length; at += KEYS_PER_CALL) {
        const call = things.slice(at, at + KEYS_PER_CALL).map((one) => {
          const readOwner =
            declared.kind === "dynamodb-index" ? async () => owners.get(one.thing.key) : undefined;
          return { ...entryOf(declared, one), readOwner, one };
        });
        const answer = await gate.mayDelete(call);
        const [first, free] = [meanwhile, new Set(answer.proceed ? answer.free.map(({ one }) => one) : [])];
        meanwhile = undefined;
        await first?.();
        failIfTold("expire");
        how.push(
          ...call.map(({ one }) => {
            if (!answer.proceed) return "stopped";
            return free.has(one) ? expireOne(one) : "held";
          }),
        );
      }
      return how;
    },
    async see({ key }) {
      failIfTold("see");
      return seen(key);
    },
    async *list(after = "") {
      failIfTold("list");
      const keys = this.keys().filter((key) => key > after);
      for (let at = 0; at < keys.length; at += KEYS_PER_CALL) {
        yield keys.slice(at, at + KEYS_PER_CALL).flatMap((key) => seen(key) ?? []);
      }
    },
    async *listSession(subject, session) {
      const own = this.keys().filter((key) => {
        const of = sessionOf(declared, key);
        return of?.subject === subject && of.session === session;
      });
      if (own.length > 0) yield own.flatMap((key) => seen(key) ?? []);
    },
  };
}

/** An entry as the gate knows it, named as the adapters of AWS name theirs. */
function entryOf(declared: ClockStore, { thing: { key }, createdAt }: ThingToExpire) {
  const values = declared.kind === "s3" ? [key] : (itemKeyValues(key) ?? [key]);
  const id = declared.kind === "s3" ? `${key}\nnull` : values.join("\n");
  return { id, item: values.at(-1) ?? key, createdAt: new Date(createdAt) };
}

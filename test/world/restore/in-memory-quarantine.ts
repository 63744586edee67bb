import type { SubjectId } from "../../../shared/domain/erasure/subject-id.ts";
import type { Restore } from "../../../shared/domain/restore/restore.ts";
import type { RestoredThing } from "../../../shared/domain/restore/restored-thing.ts";
import type { ClockStore } from "../../../shared/domain/retention/clock-rules.ts";
import { itemKeyValues, ownerOf } from "../../../shared/domain/retention/thing-owner.ts";
import type {
  DeleteGate,
  HandedOverHow,
  Quarantine,
  QuarantinedStore,
  RemovedHow,
} from "../../../shared/operations/ports.ts";
import type { CopiedObject } from "../backups/in-memory-recovery-points.ts";

const THINGS_PER_PAGE = 1000;

/** Where what was restored goes to. */
export interface LivePlace {
  has(key: string): boolean;
  put(object: CopiedObject): Promise<void>;
  remove(key: string): Promise<void>;
}

export interface InMemoryQuarantineProps {
  readonly declared: (storeId: string) => ClockStore;
  /** The copy, of which every thing is an object: of a table its key is the text of the item's. */
  readonly contentsOf: (restore: Restore) => readonly CopiedObject[];
  readonly live: (storeId: string) => LivePlace;
  /** False as on AWS: a copy does not tell when its things were stored. */
  readonly tellsAge?: boolean;
  /** Cuts the records of a person as an erasure does; the keys that are left of them instead. */
  readonly cutTo?: (owner: SubjectId, key: string) => Omit<RestoredThing, "thing"> & { readonly key: string };
}

/** Quarantine in memory, in which things wait, fail and hide as in that of AWS. */
export interface InMemoryQuarantine extends Quarantine {
  /** Keys that lie in quarantine. */
  keys(restore: Restore): readonly string[];
  /** So many calls say that a copy is still on its way. */
  delay(calls: number): void;
  /** The next listing leaves these out, once, as one that is read while it changes may. */
  hideOnce(keys: readonly string[]): void;
  /** Does something once, after the next things were handed over. */
  whenNextHandedOver(meanwhile: () => Promise<void>): void;
  failNext(side: "list" | "remove" | "hand-over", error: Error): void;
}

interface Lying extends Omit<RestoredThing, "thing"> {
  readonly object: CopiedObject;
}

/** Returns a quarantine in memory, empty at first. */
export function inMemoryQuarantine(props: InMemoryQuarantineProps): InMemoryQuarantine {
  const { declared, contentsOf, live, tellsAge = false, cutTo } = props;
  const places = new Map<string, Map<string, Lying>>();
  const failures = new Map<string, Error>();
  let [delays, hidden] = [0, new Set<string>()];
  let meanwhile: (() => Promise<void>) | undefined;
  const failIfTold = (side: string) => {
    const error = failures.get(side);
    failures.delete(side);
    if (error) throw error;
  };
  const placeOf = ({ restoreId }: Restore) => {
    const place = places.get(restoreId) ?? new Map<string, Lying>();
    places.set(restoreId, place);
    return place;
  };

  const quarantined = (restore: Restore): QuarantinedStore => {
    const { storeId } = restore;
    const store = declared(storeId);
    const place = placeOf(restore);
    const seen = (key: string, { object: _object, ...one }: Lying): RestoredThing => ({
      thing: { store: storeId, key },
      ...one,
    });
    async function* pages(keys: readonly string[]) {
      for (let at = 0; at < keys.length; at += THINGS_PER_PAGE) {
        const page = keys.slice(at, at + THINGS_PER_PAGE).flatMap((key) => {
          const lying = place.get(key);
          return lying ? [seen(key, lying)] : [];
        });
        if (page.length > 0) yield page;
      }
    }
    const removeThrough = async (
      things: readonly RestoredThing[],
      gate: DeleteGate,
      from: Pick<LivePlace, "has" | "remove">,
    ): Promise<readonly RemovedHow[]> => {
      const answer = await gate.mayDelete(things.map((one) => ({ ...entryOf(store, one), one })));
      if (!answer.proceed) return things.map(() => "stopped");
      const free = new Set(answer.free.map(({ one }) => one));
      return Promise.all(
        things.map(async (one) => {
          if (!free.has(one)) return "held";
          if (!from.has(one.thing.key)) return "absent";
          await from.remove(one.thing.key);
          return "removed";
        }),
      );
    };
    return {
      storeId,
      async *list() {
        failIfTold("list");
        const left = hidden;
        hidden = new Set();
        yield* pages([...place.keys()].filter((key) => !left.has(key)));
      },
      look: () => pages([...place.keys()].sort().reverse()),
      async remove(things, gate) {
        failIfTold("remove");
        return removeThrough(things, gate, {
          has: (key) => place.has(key),
          remove: async (key) => void place.delete(key),
        });
      },
      async cut(owner, gate) {
        const own = [...place].filter(([, one]) => one.owner === owner && !one.retained);
        const answer = await gate.mayDelete(own.map(([key, one]) => entryOf(store, seen(key, one))));
        if (!answer.proceed || !cutTo)
          return { deleted: 0, left: own.length, leftBehind: [], finished: false };
        for (const [key, { object }] of own) {
          place.delete(key);
          const { key: to, ...kept } = cutTo(owner, key);
          place.set(to, { ...kept, object: { ...object, key: to } });
        }
        return { deleted: 0, pseudonymised: own.length, left: 0, leftBehind: [], finished: true };
      },
      async handOver(things) {
        failIfTold("hand-over");
        const to = live(storeId);
        const how: HandedOverHow[] = [];
        for (const { thing } of things) {
          const lying = place.get(thing.key);
          const isThere = to.has(thing.key);
          if (lying && !isThere) await to.put(lying.object);
          how.push(isThere ? "there-already" : "handed-over");
        }
        const next = meanwhile;
        meanwhile = undefined;
        await next?.();
        return how;
      },
      takeBack: (things, gate) => removeThrough(things, gate, live(storeId)),
    };
  };

  return {
    async bringBack(restore) {
      if (delays > 0) {
        delays -= 1;
        return "under-way";
      }
      const store = declared(restore.storeId);
      if (!places.has(restore.restoreId)) {
        for (const object of contentsOf(restore)) {
          const owner = ownerOf(store, object.key);
          placeOf(restore).set(object.key, {
            object,
            ...(owner === undefined ? {} : { owner }),
            ...(tellsAge ? { storedAt: object.storedAt } : {}),
          });
        }
      }
      return "whole";
    },
    stores: (restore) => [quarantined(restore)],
    putAway: async (restore) => placeOf(restore).size === 0,
    keys: (restore) => [...placeOf(restore).keys()].sort(),
    delay: (calls) => {
      delays = calls;
    },
    hideOnce: (keys) => {
      hidden = new Set(keys);
    },
    whenNextHandedOver: (what) => {
      meanwhile = what;
    },
    failNext: (side, error) => {
      failures.set(side, error);
    },
  };
}

/** An entry as the gate knows it, named as the adapters of AWS name theirs. */
function entryOf(store: ClockStore, { thing: { key }, owner }: RestoredThing) {
  const values = store.kind === "s3" ? [key] : (itemKeyValues(key) ?? [key]);
  return { id: values.join("\n"), item: values.at(-1) ?? key, readOwner: async () => owner };
}

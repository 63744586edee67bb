import type { Thing } from "../../shared/domain/retention/thing.ts";
import { factText } from "../../shared/domain/retention/told-fact.ts";
import type { Clock, KnownThing, ThingRecords, ToldOfThing } from "../../shared/operations/ports.ts";

/** A new one for each change, so that whoever read one before has what stood then. */
type Kept = { -readonly [Field in keyof KnownThing]: KnownThing[Field] };

/** Records that go by themselves at their time, as those of a table do. */
export interface QuickRecords extends ThingRecords {
  readonly size: number;
  /** Lets go what is past its time; until then it may still be read, as in a table. */
  forgetEnded(): void;
}

/** Returns the records of things in memory, for as many things as a busy service has. */
export function quickRecords(clock: Clock): QuickRecords {
  const stores = new Map<string, Map<string, Kept>>();
  const keptOf = ({ store, key }: Thing): Kept | undefined => stores.get(store)?.get(key);
  const keep = (kept: Kept): KnownThing => {
    const { store, key } = kept.thing;
    const records = stores.get(store) ?? new Map<string, Kept>();
    stores.set(store, records.set(key, kept));
    return kept;
  };
  const tellOne = ({ thing, facts, etag, keepUntil }: ToldOfThing): KnownThing => {
    const before = keptOf(thing);
    const told = new Set(before?.facts);
    for (const fact of facts) told.add(factText(fact));
    const kept: Kept = { thing: before?.thing ?? thing, facts: told, keepUntil };
    const [tag, takenAt] = [etag ?? before?.etag, before?.takenAt];
    if (tag !== undefined) kept.etag = tag;
    if (takenAt !== undefined) kept.takenAt = takenAt;
    return keep(kept);
  };
  return {
    get size() {
      return [...stores.values()].reduce((sum, { size }) => sum + size, 0);
    },
    forgetEnded() {
      const now = clock.now().toISOString();
      for (const records of stores.values()) {
        for (const [key, { keepUntil }] of records) if (keepUntil < now) records.delete(key);
      }
    },
    tell: async (told) => told.map(tellOne),
    read: async (things) => things.map(keptOf),
    async compact({ thing, facts: before }, facts) {
      const kept = keptOf(thing);
      if (kept?.facts === before) keep({ ...kept, facts });
    },
    async keepUntil(things, until) {
      for (const thing of things) {
        const kept = keptOf(thing);
        if (kept) keep({ ...kept, keepUntil: until });
      }
    },
    async take({ thing, facts }, at) {
      const kept = keptOf(thing);
      if (!kept || kept.facts !== facts) return false;
      keep({ ...kept, takenAt: at });
      return true;
    },
    async save(thing, at, createdAt) {
      const kept = keptOf(thing);
      if (!kept || (kept.takenAt !== undefined && kept.takenAt >= createdAt)) return false;
      keep({ ...kept, facts: new Set(kept.facts).add(factText({ fact: "saved", at })) });
      return true;
    },
  };
}

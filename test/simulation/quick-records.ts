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
  /** What may end on a day, by that day: nearly all stays for weeks, and a look at all of it each day would cost more. */
  const ending = new Map<string, Thing[]>();
  const keptOf = ({ store, key }: Thing): Kept | undefined => stores.get(store)?.get(key);
  const keep = (kept: Kept, before: Kept | undefined): KnownThing => {
    const { store, key } = kept.thing;
    const records = stores.get(store);
    if (records) records.set(key, kept);
    else stores.set(store, new Map([[key, kept]]));
    const day = dayOf(kept.keepUntil);
    if (before && dayOf(before.keepUntil) === day) return kept;
    const others = ending.get(day);
    if (others) others.push(kept.thing);
    else ending.set(day, [kept.thing]);
    return kept;
  };
  const forget = (thing: Thing, now: string): void => {
    const kept = keptOf(thing);
    if (kept && kept.keepUntil < now) stores.get(thing.store)?.delete(thing.key);
  };
  const tellOne = ({ thing, facts, etag, keepUntil }: ToldOfThing): KnownThing => {
    const before = keptOf(thing);
    const told = new Set(before?.facts);
    for (const fact of facts) told.add(factText(fact));
    const kept: Kept = { thing: before?.thing ?? thing, facts: told, keepUntil };
    const [tag, takenAt] = [etag ?? before?.etag, before?.takenAt];
    if (tag !== undefined) kept.etag = tag;
    if (takenAt !== undefined) kept.takenAt = takenAt;
    return keep(kept, before);
  };
  return {
    get size() {
      return [...stores.values()].reduce((sum, { size }) => sum + size, 0);
    },
    forgetEnded() {
      const now = clock.now().toISOString();
      const today = dayOf(now);
      for (const [day, some] of ending) {
        if (day > today) continue;
        for (const thing of some) forget(thing, now);
        if (day < today) ending.delete(day);
      }
    },
    tell: async (told) => told.map(tellOne),
    read: async (things) => things.map(keptOf),
    async compact({ thing, facts: before }, facts) {
      const kept = keptOf(thing);
      if (kept?.facts === before) keep({ ...kept, facts }, kept);
    },
    async keepUntil(things, until) {
      for (const thing of things) {
        const kept = keptOf(thing);
        if (kept) keep({ ...kept, keepUntil: until }, kept);
      }
    },
    async take({ thing, facts }, at) {
      const kept = keptOf(thing);
      if (!kept || kept.facts !== facts) return false;
      keep({ ...kept, takenAt: at }, kept);
      return true;
    },
    async save(thing, at, createdAt) {
      const kept = keptOf(thing);
      if (!kept || (kept.takenAt !== undefined && kept.takenAt >= createdAt)) return false;
      keep({ ...kept, facts: new Set(kept.facts).add(factText({ fact: "saved", at })) }, kept);
      return true;
    },
  };
}

function dayOf(moment: string): string {
  return moment.slice(0, "YYYY-MM-DD".length);
}

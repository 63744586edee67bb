import type { Thing } from "../../shared/domain/retention/thing.ts";
import { factText } from "../../shared/domain/retention/told-fact.ts";
import type { Clock, KnownThing, ThingRecords, ToldOfThing } from "../../shared/operations/ports.ts";

/** As little as can be kept of a thing, since there are millions. */
interface Kept {
  facts: ReadonlySet<string>;
  etag: string | undefined;
  takenAt: string | undefined;
  keepUntil: string;
}

/** Records that go by themselves at their time, as those of a table do. */
export interface QuickRecords extends ThingRecords {
  readonly size: number;
  /** Lets go what is past its time; until then it may still be read, as in a table. */
  forgetEnded(): void;
}

/** Returns the records of things in memory, for as many things as a busy service has. */
export function quickRecords(clock: Clock): QuickRecords {
  const records = new Map<string, Kept>();
  const known = (thing: Thing, kept: Kept): KnownThing => ({
    thing,
    facts: kept.facts,
    keepUntil: kept.keepUntil,
    ...(kept.etag === undefined ? {} : { etag: kept.etag }),
    ...(kept.takenAt === undefined ? {} : { takenAt: kept.takenAt }),
  });
  const tellOne = ({ thing, facts, etag, keepUntil }: ToldOfThing): KnownThing => {
    const before = records.get(nameOf(thing));
    const kept: Kept = {
      facts: new Set([...(before?.facts ?? []), ...facts.map(factText)]),
      etag: etag ?? before?.etag,
      takenAt: before?.takenAt,
      keepUntil,
    };
    records.set(nameOf(thing), kept);
    return known(thing, kept);
  };
  return {
    get size() {
      return records.size;
    },
    forgetEnded() {
      const now = clock.now().toISOString();
      for (const [name, { keepUntil }] of records) if (keepUntil < now) records.delete(name);
    },
    tell: async (told) => told.map(tellOne),
    read: async (things) =>
      things.map((thing) => {
        const kept = records.get(nameOf(thing));
        return kept && known(thing, kept);
      }),
    async compact({ thing, facts: before }, facts) {
      const kept = records.get(nameOf(thing));
      if (kept?.facts === before) kept.facts = facts;
    },
    async keepUntil(things, until) {
      for (const thing of things) {
        const kept = records.get(nameOf(thing));
        if (kept) kept.keepUntil = until;
      }
    },
    async take({ thing, facts }, at) {
      const kept = records.get(nameOf(thing));
      if (!kept || kept.facts !== facts) return false;
      kept.takenAt = at;
      return true;
    },
    async save(thing, at, createdAt) {
      const kept = records.get(nameOf(thing));
      if (!kept || (kept.takenAt !== undefined && kept.takenAt >= createdAt)) return false;
      kept.facts = new Set([...kept.facts, factText({ fact: "saved", at })]);
      return true;
    },
  };
}

function nameOf({ store, key }: Thing): string {
  return `${store}\n${key}`;
}

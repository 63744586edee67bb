import type { Thing } from "../../../shared/domain/retention/thing.ts";
import { factText } from "../../../shared/domain/retention/told-fact.ts";
import type { KnownThing, ThingRecords } from "../../../shared/operations/ports.ts";

/** Records of things in memory, which can forget as a time to live does. */
export interface InMemoryThingRecords extends ThingRecords {
  /** Removes every record whose end has come. */
  forgetEnded(now: Date): void;
}

/** Returns empty records; it holds copies, so that nobody changes a stored one by holding on to it. */
export function inMemoryThingRecords(): InMemoryThingRecords {
  const stored = new Map<string, KnownThing>();
  const nameOf = ({ store, key }: Thing) => `${store}\n${key}`;
  const copyOf = (known: KnownThing): KnownThing => ({ ...known, facts: new Set(known.facts) });
  const holdsFacts = (facts: ReadonlySet<string>, known: KnownThing) =>
    facts.size === known.facts.size && [...facts].every((fact) => known.facts.has(fact));

  return {
    async tell(told) {
      return told.map(({ thing, facts, etag, keepUntil }) => {
        const before = stored.get(nameOf(thing));
        const known = {
          ...before,
          thing,
          facts: new Set([...(before?.facts ?? []), ...facts.map(factText)]),
          ...(etag === undefined ? {} : { etag }),
          keepUntil,
        };
        stored.set(nameOf(thing), known);
        return copyOf(known);
      });
    },
    async read(things) {
      return things.map((thing) => {
        const known = stored.get(nameOf(thing));
        return known && copyOf(known);
      });
    },
    async compact({ thing, facts: before }, facts) {
      const known = stored.get(nameOf(thing));
      if (known && holdsFacts(before, known)) stored.set(nameOf(thing), { ...known, facts: new Set(facts) });
    },
    async keepUntil(things, until) {
      for (const thing of things) {
        const known = stored.get(nameOf(thing));
        if (known) stored.set(nameOf(thing), { ...known, keepUntil: until });
      }
    },
    async take({ thing, facts }, at) {
      const known = stored.get(nameOf(thing));
      if (!known || !holdsFacts(facts, known)) return false;
      stored.set(nameOf(thing), { ...known, takenAt: at });
      return true;
    },
    async save(thing, at, createdAt) {
      const known = stored.get(nameOf(thing));
      if (!known || (known.takenAt !== undefined && known.takenAt >= createdAt)) return false;
      const facts = new Set([...known.facts, factText({ fact: "saved", at })]);
      stored.set(nameOf(thing), { ...known, facts });
      return true;
    },
    forgetEnded(now) {
      for (const [name, { keepUntil }] of stored) if (keepUntil <= now.toISOString()) stored.delete(name);
    },
  };
}

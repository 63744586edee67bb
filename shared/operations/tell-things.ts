import type { ClockedService } from "../domain/retention/clocked-service.ts";
import { compactedFacts } from "../domain/retention/compacted-facts.ts";
import { dueRowsOf } from "../domain/retention/pack-due-rows.ts";
import { recordEnd } from "../domain/retention/record-end.ts";
import type { Thing } from "../domain/retention/thing.ts";
import { FACTS_KEPT_MAX, type ToldFact } from "../domain/retention/told-fact.ts";
import type { Clock, DueRows, KnownThing, ThingRecords, ToldOfThing } from "./ports.ts";

/** Something was told of a store that the policy does not put on the clock. */
export class NotOnTheClock extends Error {
  override readonly name = "NotOnTheClock";
}

export interface TellThingsPorts {
  readonly things: ThingRecords;
  readonly dueRows: DueRows;
  readonly clock: Clock;
}

/** What is told of one thing; the ETag is that of what is stored now, if the store has such a thing. */
export interface TellOfThing {
  readonly thing: Thing;
  readonly facts: readonly ToldFact[];
  readonly etag?: string | undefined;
}

/**
 * Adds what was told of things of stores that are on the clock, and puts rows for when they are due now. The row comes
 * after the facts: whoever dies between does both again, and what is known never lacks its row.
 *
 * @returns what is known of each thing now, each once.
 * @throws {NotOnTheClock} before anything is told.
 */
export async function tellThings(
  ports: TellThingsPorts,
  service: ClockedService,
  told: readonly TellOfThing[],
): Promise<readonly KnownThing[]> {
  if (told.length === 0) return [];
  const now = ports.clock.now();
  const known = await ports.things.tell(eachOnce(service, told, now));
  await compactLongOnes(ports, service, known);
  await ports.dueRows.put(dueRowsOf(service, known, now));
  return known;
}

/** Two things are one if store and key are; of several ETags the last that was told counts. */
function eachOnce(service: ClockedService, told: readonly TellOfThing[], now: Date): readonly ToldOfThing[] {
  const byThing = new Map<string, { thing: Thing; facts: ToldFact[]; etag?: string; keepUntil: string }>();
  for (const { thing, facts, etag } of told) {
    const rule = service.stores.get(thing.store)?.rule;
    if (!rule)
      throw new NotOnTheClock(`Store ${thing.store} is not on the clock: nothing of it ends by itself.`);
    const name = `${thing.store}\n${thing.key}`;
    const one = byThing.get(name) ?? {
      thing,
      facts: [],
      keepUntil: recordEnd(rule, service.recordKeptDays, now),
    };
    one.facts.push(...facts);
    if (etag !== undefined) one.etag = etag;
    byThing.set(name, one);
  }
  return [...byThing.values()];
}

async function compactLongOnes(
  { things }: TellThingsPorts,
  { stores }: ClockedService,
  known: readonly KnownThing[],
): Promise<void> {
  for (const one of known) {
    if (one.facts.size <= FACTS_KEPT_MAX) continue;
    const rule = stores.get(one.thing.store)?.rule;
    if (rule) await things.compact(one, compactedFacts(rule, one.facts));
  }
}

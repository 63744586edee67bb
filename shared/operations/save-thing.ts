import type { ClockedService, ClockedStore } from "../domain/retention/clocked-service.ts";
import { currentLife, type Life } from "../domain/retention/due-time.ts";
import type { Thing } from "../domain/retention/thing.ts";
import type { ExpiringStore, KnownThing } from "./ports.ts";
import { seeAgain } from "./see-again.ts";
import type { TellThingsPorts } from "./tell-things.ts";

/** So long before it is due nobody can save a thing any more: its deletion may be under way. */
const TOO_LATE_BEFORE_DUE_MS = 60_000;

export interface SaveThingPorts extends TellThingsPorts {
  /** Every store on the clock, as it is worked on. */
  readonly expiringStores: ReadonlyMap<string, ExpiringStore>;
}

/**
 * What came of saving. `unknown`: there is no such thing, or no such store on the clock. `not-savable`: the policy does
 * not let anybody keep what is in this store.
 */
export type SaveOutcome = "saved" | "too-late" | "not-savable" | "unknown";

/**
 * Saves a thing past its limit, if it comes in time. Whoever is told `saved` can rely on it: a sweeper that has taken the
 * thing makes it too late, and one that comes after finds it saved.
 */
export async function saveThing(
  ports: SaveThingPorts,
  service: ClockedService,
  thing: Thing,
): Promise<SaveOutcome> {
  const store = service.stores.get(thing.store);
  if (!store) return "unknown";
  if (!store.rule.savable) return "not-savable";
  const now = ports.clock.now();
  const life = await lifeNow(ports, service, store, thing, now);
  if (!life) return "unknown";
  if (isTooLate(life, now)) return "too-late";
  return (await ports.things.save(thing, now.toISOString(), life.createdAt)) ? "saved" : "too-late";
}

/** A thing of which nobody told yet, or that may have been stored anew after it was due, is looked at. */
async function lifeNow(
  ports: SaveThingPorts,
  service: ClockedService,
  { rule }: ClockedStore,
  thing: Thing,
  now: Date,
): Promise<Life | undefined> {
  const lifeOf = (known: KnownThing | undefined) => known && currentLife(rule, known.facts);
  const [known] = await ports.things.read([thing]);
  const life = lifeOf(known);
  if (life && !(life.due && life.due.dueAt <= now.toISOString())) return life;
  const adapter = ports.expiringStores.get(thing.store);
  const [seen] = adapter ? await seeAgain(ports, service, adapter, [thing]) : [];
  return lifeOf(seen) ?? life;
}

function isTooLate({ due }: Life, now: Date): boolean {
  return due !== undefined && Date.parse(due.dueAt) - now.getTime() <= TOO_LATE_BEFORE_DUE_MS;
}

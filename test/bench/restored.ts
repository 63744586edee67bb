import { policy as imageDesigner } from "../../policies/image-designer.ts";
import { seededRandom } from "../simulation/seeded-random.ts";
import { restoreWorld } from "../world/restore/restore-world.ts";

const STORE = "tickets";
const DAY_MS = 86_400_000;
const START_MS = Date.parse("2026-01-01T00:00:00.000Z");
/** Tickets end after 12 months: what was stored in the first ten days has ended by day 376. */
const DAYS = {
  stored: 10,
  living: 340,
  copiedFrom: 351,
  copiedTo: 360,
  goneFrom: 361,
  goneTo: 376,
  restoredTo: 390,
};

/** How much there is, and how often it is restored. */
export interface RestoreLoad {
  readonly erased: number;
  readonly expired: number;
  readonly living: number;
  readonly restores: number;
  readonly seed: number;
}

/** What came of all restores together. */
export interface RestoresMeasured {
  /** Things of the erased, or past their time, that could be read after a hand-over. */
  readonly readable: number;
  /** Things that live and did not come back. */
  readonly missing: number;
  readonly removed: { readonly erased: number; readonly expired: number };
  /** Things of the erased that were matched with their tombstones, in each second of a whole restore. */
  readonly tombstonesPerSecond: { readonly slowest: number; readonly median: number };
  /** The same for each second of one core: on a machine that others use too, the fairer number. */
  readonly tombstonesPerCpuSecond: { readonly slowest: number; readonly median: number };
}

/** Restores one store at random ages: copies of random days, erasures at random moments since, restores later still. */
export async function restoresMeasured(load: RestoreLoad): Promise<RestoresMeasured> {
  const random = seededRandom(load.seed);
  const between = (from: number, to: number) => START_MS + random.between(from, to) * DAY_MS;
  const world = restoreWorld(imageDesigner);
  const at = (ms: number) => world.clock.set(new Date(Math.floor(ms)).toISOString());
  const keyOf = (person: string) => JSON.stringify([`SUBJECT#${person}`, "t1"]);
  const people = (kind: string, count: number) =>
    Array.from({ length: count }, (_, place) => `${kind}-${place}`);
  const [erased, expired, living] = [
    people("e", load.erased),
    people("x", load.expired),
    people("l", load.living),
  ];
  const stored = [...erased, ...expired].map((person) => ({ person, ms: between(0, DAYS.stored) }));
  for (const { person, ms } of stored.sort((one, other) => one.ms - other.ms)) {
    at(ms);
    await world.put(STORE, keyOf(person));
  }
  at(START_MS + DAYS.living * DAY_MS);
  for (const person of living) await world.put(STORE, keyOf(person));
  const pointId = world.ports.points.take(STORE, { keptDays: null });
  await world.erase(STORE, ...world.store(STORE).keys());
  for (const person of erased) {
    at(between(DAYS.goneFrom, DAYS.goneTo));
    await world.entomb(person);
  }
  const [rates, cpuRates]: [number[], number[]] = [[], []];
  const total = { readable: 0, missing: 0, erased: 0, expired: 0 };
  for (let restores = 0; restores < load.restores; restores += 1) {
    at(between(DAYS.goneTo, DAYS.restoredTo));
    const copiedAt = new Date(Math.floor(between(DAYS.copiedFrom, DAYS.copiedTo))).toISOString();
    const { restoreId } = await world.open(STORE, pointId, copiedAt);
    const [startedMs, before] = [performance.now(), process.cpuUsage()];
    const done = await world.run(restoreId);
    rates.push(load.erased / ((performance.now() - startedMs) / 1000));
    const { user, system } = process.cpuUsage(before);
    cpuRates.push(load.erased / ((user + system) / 1_000_000));
    const back = world.store(STORE).keys();
    const came = new Set(back);
    total.readable += back.filter((key) => !key.includes("#l-")).length;
    total.missing += living.filter((person) => !came.has(keyOf(person))).length;
    total.erased += done.removed.erased;
    total.expired += done.removed.expired;
    await world.erase(STORE, ...back);
  }
  return {
    readable: total.readable,
    missing: total.missing,
    removed: { erased: total.erased, expired: total.expired },
    tombstonesPerSecond: spreadOf(rates),
    tombstonesPerCpuSecond: spreadOf(cpuRates),
  };
}

function spreadOf(rates: readonly number[]) {
  const sorted = rates.toSorted((one, other) => one - other);
  return { slowest: Math.floor(sorted[0] ?? 0), median: Math.floor(sorted[sorted.length >> 1] ?? 0) };
}

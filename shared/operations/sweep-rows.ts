import type { ClockedService } from "../domain/retention/clocked-service.ts";
import type { DueRow } from "../domain/retention/due-row.ts";
import { currentLife, type Life } from "../domain/retention/due-time.ts";
import { expiryLane } from "../domain/retention/expiry-lane.ts";
import { isoText } from "../domain/retention/iso-text.ts";
import type { Thing } from "../domain/retention/thing.ts";
import { type DueThing, type ExpireThingsPorts, expireThings, type WorkedStore } from "./expire-things.ts";
import { type HoldBackPorts, holdBack } from "./hold-back.ts";
import { measuredOf } from "./measure-expiry.ts";
import type { ExpiredHow, KnownThing, Measured } from "./ports.ts";
import { type PutOffRefusedPorts, putOffRefused } from "./put-off-refused.ts";
import { seeAgain } from "./see-again.ts";
import type { TellThingsPorts } from "./tell-things.ts";

export interface SweepRowsPorts extends ExpireThingsPorts, TellThingsPorts, HoldBackPorts {
  readonly holds: ExpireThingsPorts["holds"];
  readonly tasks: PutOffRefusedPorts["tasks"];
}

/** What some rows of one store and shard came to. */
export interface SweptRows {
  readonly deleted: number;
  readonly held: number;
  /** Rows that have to be looked at again: a store refused something, or everything was stopped. */
  readonly rowsLeft: number;
}

/**
 * Looks at what rows say is due, decides by what is known, and deletes what is. A row is removed once each of its
 * things was dealt with; what it said wrongly does no harm.
 */
export async function sweepRows(
  ports: SweepRowsPorts,
  service: ClockedService,
  store: WorkedStore,
  rows: readonly DueRow[],
): Promise<SweptRows> {
  const things = eachOnce(rows);
  const known = await ports.things.read(things);
  const now = ports.clock.now();
  const due = dueThings(known, livesNow(store, known), isoText(now.getTime()));
  const shard = rows[0]?.shard ?? 0;
  const lane = expiryLane("expiry", store.declared.id, shard, now);
  const { how, metHolds, at } = await expireThings(ports, service, store, lane, due);

  const unknown = things.filter((_, place) => known[place] === undefined);
  const changed = due.filter((_, place) => how[place] === "changed").map(({ known: { thing } }) => thing);
  await seeAgain(ports, service, store.adapter, [...unknown, ...changed]);
  const held = due.filter((_, place) => how[place] === "held").map((one) => one.known);
  await holdBack(ports, service, { store: store.declared.id, things: held, metHolds });
  return removeRows(ports, service, rows, { due, how, at });
}

interface Outcome {
  readonly due: readonly DueThing[];
  readonly how: readonly ExpiredHow[];
  readonly at: string;
}

interface OneOutcome {
  readonly one: DueThing;
  readonly how: ExpiredHow | undefined;
}

/** Each thing is counted with the first row that names it; a row that another sweeper removed is counted there. One store has all. */
async function removeRows(
  ports: SweepRowsPorts,
  service: ClockedService,
  rows: readonly DueRow[],
  { due, how, at }: Outcome,
): Promise<SweptRows> {
  const outcomes = new Map<string, OneOutcome>();
  for (const [place, one] of due.entries()) outcomes.set(one.known.thing.key, { one, how: how[place] });
  const swept = { deleted: 0, held: 0, rowsLeft: 0 };
  for (const row of rows) {
    const own = row.things.flatMap(({ key }) => outcomes.get(key) ?? []);
    if (!(await mayGo(ports, service, row, own, at))) {
      swept.rowsLeft += 1;
      continue;
    }
    for (const { key } of row.things) outcomes.delete(key);
    const deleted = own.filter((each) => each.how === "deleted").map(({ one }) => one);
    const held = row.heldSince === undefined ? own.filter((each) => each.how === "held").length : 0;
    if (!(await ports.dueRows.done(row, countedOf(row.store, deleted, held, at)))) continue;
    swept.deleted += deleted.length;
    swept.held += held;
  }
  return swept;
}

/** Says whether each thing of a row was dealt with, or is due again in another one. */
async function mayGo(
  ports: SweepRowsPorts,
  service: ClockedService,
  row: DueRow,
  own: readonly OneOutcome[],
  at: string,
): Promise<boolean> {
  if (own.some(({ how }) => how === "stopped" || how === "busy")) return false;
  const refused = own.filter(({ how }) => how === "refused").map(({ one }) => one);
  return refused.length === 0 || putOffRefused(ports, service, row, refused, at);
}

function countedOf(
  store: string,
  deleted: readonly DueThing[],
  held: number,
  at: string,
): readonly Measured[] {
  const counted = deleted.length > 0 ? [measuredOf("deleted", store, deleted, at)] : [];
  return held === 0
    ? counted
    : [...counted, { store, what: "held", count: held, ageSeconds: [], lateSeconds: [] }];
}

/** Returns the life that each thing has now, of which something is known. */
export function livesNow(
  { rule }: WorkedStore,
  known: readonly (KnownThing | undefined)[],
): readonly (Life | undefined)[] {
  return known.map((one) => one && currentLife(rule, one.facts));
}

/** Returns of what is known each thing whose life is due by then, ISO 8601 UTC, with that life. */
export function dueThings(
  known: readonly (KnownThing | undefined)[],
  lives: readonly (Life | undefined)[],
  by: string,
): readonly DueThing[] {
  const found: DueThing[] = [];
  for (const [at, one] of known.entries()) {
    const life = lives[at];
    if (one && life?.due && life.due.dueAt <= by)
      found.push({ known: one, life: { ...life, due: life.due } });
  }
  return found;
}

function eachOnce(rows: readonly DueRow[]): readonly Thing[] {
  const byKey = new Map<string, Thing>();
  for (const { things } of rows) for (const thing of things) byKey.set(thing.key, thing);
  return [...byKey.values()];
}

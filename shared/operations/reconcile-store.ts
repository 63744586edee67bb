import type { ClockedService } from "../domain/retention/clocked-service.ts";
import { currentLife } from "../domain/retention/due-time.ts";
import { expiryLane } from "../domain/retention/expiry-lane.ts";
import { isoText } from "../domain/retention/iso-text.ts";
import { reconciledEveryMinutes } from "../domain/retention/reconcile-interval.ts";
import { recordEnd, tooSoonForEnd } from "../domain/retention/record-end.ts";
import { factText } from "../domain/retention/told-fact.ts";
import { worthALook } from "../domain/retention/worth-a-look.ts";
import { STOP_BEFORE_DEADLINE_MS } from "./delete-gate.ts";
import { type DueThing, type ExpireThingsPorts, expireThings, type WorkedStore } from "./expire-things.ts";
import { type HoldBackPorts, holdBack } from "./hold-back.ts";
import { measuredOf } from "./measure-expiry.ts";
import type { KnownThing, Listing, Measurements, SeenThing } from "./ports.ts";
import { isRetainedUnknown, seeAgain, tellSeen } from "./see-again.ts";
import { dueThings, livesNow } from "./sweep-rows.ts";
import type { TellThingsPorts } from "./tell-things.ts";

/** What was due for less than this many ticks is the sweeper's to delete. */
const LEFT_TO_SWEEPER_TICKS = 3;

export interface ReconcilePorts extends ExpireThingsPorts, TellThingsPorts, HoldBackPorts {
  readonly holds: ExpireThingsPorts["holds"];
  readonly measurements: Measurements;
}

/** How a store is gone through. */
export interface Reconciling {
  /** Where an earlier run stopped; absent at the beginning. */
  readonly begun?: Listing | undefined;
  /** In turn: only what {@link worthALook} at this listing, which is the difference between cents and dollars. */
  readonly looksAt?: "everything" | "what is in turn";
}

export interface Reconciled extends Listing {
  /** False if time ran out: go on from here. */
  readonly finished: boolean;
}

/**
 * Lists a store and compares it with what is known: tells what nobody told, and deletes itself what is due and still
 * there. It needs no event and no due row, and goes another way than the sweeper does.
 */
export async function reconcileStore(
  ports: ReconcilePorts,
  service: ClockedService,
  store: WorkedStore,
  { begun = { living: 0, untold: 0, found: 0 }, looksAt = "everything" }: Reconciling = {},
): Promise<Reconciled> {
  const split = lookingAt(ports, service, store, looksAt);
  let listing = begun;
  for await (const page of store.adapter.list(begun.after)) {
    if (ports.remainingMs() < STOP_BEFORE_DEADLINE_MS) return { ...listing, finished: false };
    const { looked, passedBy } = split(page);
    const reconciled = await reconcilePage(ports, service, store, looked);
    listing = withPage(listing, page, reconciled, passedBy);
  }
  const { living, oldestLivingAt } = listing;
  const at = ports.clock.now().toISOString();
  await ports.measurements.listed(store.declared.id, {
    at,
    living,
    ...(oldestLivingAt === undefined ? {} : { oldestLivingAt }),
  });
  return { ...listing, finished: true };
}

interface ReconciledPage {
  readonly untold: number;
  readonly found: number;
  readonly staying: Living;
}

/** How many things live, and when the oldest of them began to, ISO 8601 UTC. */
interface Living {
  readonly living: number;
  readonly oldestAt: string | undefined;
}

async function reconcilePage(
  ports: ReconcilePorts,
  service: ClockedService,
  store: WorkedStore,
  looked: readonly SeenThing[],
): Promise<ReconciledPage> {
  const known = await ports.things.read(looked.map(({ thing }) => thing));
  const news = looked.filter((seen, at) => isNews(store, seen, known[at]));
  const told = await tellSeen(ports, service, news);
  const now = knownNow(looked, known, told);
  const lives = livesNow(store, now);

  const ticksMs = LEFT_TO_SWEEPER_TICKS * service.buckets.bucketSeconds * 1000;
  const longDueBy = isoText(ports.clock.now().getTime() - ticksMs);
  const gone = await expireFound(ports, service, store, dueThings(now, lives, longDueBy));
  const staying = gone.size === 0 ? now : now.filter((one) => !gone.has(one));
  await keepRecordsOn(ports, service, store, staying);
  return {
    untold: known.filter((one) => one === undefined).length,
    found: gone.size,
    staying: livingSince(now.map((one, at) => (gone.has(one) ? undefined : lives[at]?.createdAt))),
  };
}

/** Returns what is known of each thing once the news were told. */
function knownNow(
  looked: readonly SeenThing[],
  known: readonly (KnownThing | undefined)[],
  told: readonly KnownThing[],
): readonly KnownThing[] {
  if (told.length === 0) return known.filter((one) => one !== undefined);
  const toldByKey = new Map(told.map((one) => [one.thing.key, one]));
  return looked.flatMap(({ thing }, at) => toldByKey.get(thing.key) ?? known[at] ?? []);
}

/** Returns how to tell what is looked at from what is only counted. */
function lookingAt(
  { clock }: Pick<ReconcilePorts, "clock">,
  service: ClockedService,
  { rule }: WorkedStore,
  looksAt: NonNullable<Reconciling["looksAt"]>,
) {
  const every = reconciledEveryMinutes(service);
  return (page: readonly SeenThing[]) => {
    if (looksAt === "everything") return { looked: page, passedBy: livingSince([]) };
    const isLooked = worthALook(rule, every, clock.now());
    const looked: SeenThing[] = [];
    let living = 0;
    let oldestAt: string | undefined;
    for (const one of page) {
      const { storedAt } = one;
      if (storedAt === undefined || isLooked(storedAt)) {
        looked.push(one);
        continue;
      }
      living += 1;
      if (oldestAt === undefined || storedAt < oldestAt) oldestAt = storedAt;
    }
    return { looked, passedBy: { living, oldestAt } };
  };
}

/** What the store says counts where it changes the life of the thing, or which thing that is. */
function isNews({ rule }: WorkedStore, seen: SeenThing, known: KnownThing | undefined): boolean {
  if (!known || isRetainedUnknown(seen, known)) return true;
  if (seen.storedAt === undefined) return false;
  if (known.etag !== seen.etag) return true;
  const stored = factText({ fact: "created", at: seen.storedAt });
  if (known.facts.has(stored)) return false;
  const before = currentLife(rule, known.facts);
  const after = currentLife(rule, new Set([...known.facts, stored]));
  return before?.createdAt !== after?.createdAt;
}

/** Returns those that are gone. */
async function expireFound(
  ports: ReconcilePorts,
  service: ClockedService,
  store: WorkedStore,
  due: readonly DueThing[],
): Promise<ReadonlySet<KnownThing>> {
  if (due.length === 0) return new Set();
  const storeId = store.declared.id;
  const lane = expiryLane("reconcile", storeId, 0, ports.clock.now());
  const { how, metHolds, at } = await expireThings(ports, service, store, lane, due);
  const deleted = due.filter((_, place) => how[place] === "deleted");
  if (deleted.length > 0) {
    const found = { store: storeId, what: "found-by-reconciler", count: deleted.length } as const;
    await ports.measurements.count([
      measuredOf("deleted", storeId, deleted, at),
      { ...found, ageSeconds: [], lateSeconds: [] },
    ]);
  }
  const changed = due.filter((_, place) => how[place] === "changed").map(({ known: { thing } }) => thing);
  await seeAgain(ports, service, store.adapter, changed);
  // Each in a row of its own, which is the same at the next listing.
  for (const { known } of due.filter((_, place) => how[place] === "held")) {
    await holdBack(ports, service, { store: storeId, things: [known], metHolds });
  }
  const isGone = (_: DueThing, place: number) => how[place] === "deleted" || how[place] === "absent";
  return new Set(due.filter(isGone).map(({ known }) => known));
}

/** What was saved or is held outlives the end of its record: without it, it would begin another life. */
async function keepRecordsOn(
  { things, clock }: ReconcilePorts,
  { recordKeptDays }: ClockedService,
  { rule }: WorkedStore,
  staying: readonly KnownThing[],
): Promise<void> {
  const now = clock.now();
  const tooSoon = tooSoonForEnd(now);
  const ending = staying.filter(({ keepUntil }) => keepUntil < tooSoon).map(({ thing }) => thing);
  if (ending.length > 0) await things.keepUntil(ending, recordEnd(rule, recordKeptDays, now));
}

function livingSince(begun: readonly (string | undefined)[]): Living {
  let living = 0;
  let oldestAt: string | undefined;
  for (const at of begun) {
    if (at === undefined) continue;
    living += 1;
    if (oldestAt === undefined || at < oldestAt) oldestAt = at;
  }
  return { living, oldestAt };
}

function withPage(
  listing: Listing,
  page: readonly SeenThing[],
  { untold, found, staying }: ReconciledPage,
  passedBy: Living,
) {
  const after = page.at(-1)?.thing.key ?? listing.after;
  const oldest = livingSince([listing.oldestLivingAt, staying.oldestAt, passedBy.oldestAt]).oldestAt;
  return {
    ...(after === undefined ? {} : { after }),
    ...(oldest === undefined ? {} : { oldestLivingAt: oldest }),
    living: listing.living + staying.living + passedBy.living,
    untold: listing.untold + untold,
    found: listing.found + found,
  };
}

import type { SubjectId } from "../../../shared/domain/erasure/subject-id.ts";
import { ownRecordDays } from "../../../shared/domain/policy/own-record-days.ts";
import type { PolicyDeclaration } from "../../../shared/domain/policy/policy.ts";
import type { ClockEvent } from "../../../shared/domain/retention/clock-event.ts";
import { clockedService } from "../../../shared/domain/retention/clocked-service.ts";
import { bucketAfter, bucketOf } from "../../../shared/domain/retention/due-bucket.ts";
import { HELD_BUCKET } from "../../../shared/domain/retention/due-row.ts";
import type { Thing } from "../../../shared/domain/retention/thing.ts";
import type { LifeFact } from "../../../shared/domain/retention/told-fact.ts";
import type { WorkedStore } from "../../../shared/operations/expire-things.ts";
import { reconcileStore } from "../../../shared/operations/reconcile-store.ts";
import { recordEvents } from "../../../shared/operations/record-events.ts";
import { saveThing } from "../../../shared/operations/save-thing.ts";
import { type SweepPorts, sweep } from "../../../shared/operations/sweep.ts";
import { virtualClock } from "../clock.ts";
import { compiledOnce } from "../compiled-once.ts";
import { inMemoryAnchors, inMemoryLedger, inMemoryTree, keyPairSigner } from "../evidence.ts";
import { inMemoryHolds } from "../holds.ts";
import { inMemoryRequestRegister } from "../request-register.ts";
import { fixedSubjectKeys } from "../small-ports.ts";
import { inMemoryTasks } from "../tasks.ts";
import { inMemoryDueRows } from "./due-rows.ts";
import { inMemoryDuties } from "./duties.ts";
import { type InMemoryExpiringStore, inMemoryExpiringStore, type StoredThing } from "./expiring-store.ts";
import { inMemoryMeasurements } from "./measurements.ts";
import { inMemoryThingRecords } from "./thing-records.ts";

const MINUTE_MS = 60_000;
const SHARDS = 2;

export type ClockWorld = ReturnType<typeof clockWorld>;

/** Returns a service with its clock, every port in memory. Nothing is told and nothing swept unless a test does it. */
export function clockWorld(declaration: PolicyDeclaration) {
  const compiled = compiledOnce(declaration);
  const region = compiled.policy.service.regions[0] ?? "";
  const service = clockedService(compiled, region, { bucketSeconds: 60, shards: SHARDS });
  const clock = virtualClock();
  const measurements = inMemoryMeasurements(clock);
  const stores = new Map<string, InMemoryExpiringStore>(
    [...service.stores].map(([id, { declared }]) => [id, inMemoryExpiringStore(declared, clock)]),
  );
  let seed = 0;
  const ports = {
    ledgerDays: ownRecordDays(compiled.policy, "ledger"),
    clock,
    measurements,
    things: inMemoryThingRecords(),
    dueRows: inMemoryDueRows(measurements),
    duties: inMemoryDuties(),
    register: inMemoryRequestRegister(),
    holds: inMemoryHolds(),
    tasks: inMemoryTasks(),
    subjectKeys: fixedSubjectKeys(),
    ledger: inMemoryLedger(clock),
    tree: inMemoryTree(),
    signer: keyPairSigner(),
    anchors: inMemoryAnchors(),
    expiringStores: stores,
    remainingMs: () => 900_000,
    random: (bytes: number) => {
      seed += 1;
      return new Uint8Array(bytes).fill(seed);
    },
  };
  const store = (id: string): InMemoryExpiringStore => {
    const found = stores.get(id);
    if (!found) throw new Error(`There is no store ${id} on the clock.`);
    return found;
  };
  const worked = (id: string): WorkedStore => {
    const clocked = service.stores.get(id);
    if (!clocked) throw new Error(`There is no store ${id} on the clock.`);
    return { ...clocked, adapter: store(id) };
  };

  /** Rows of what is held wait at the end of time: whoever went there would sweep eight thousand years. */
  const firstDue = (): string | undefined =>
    ports.dueRows
      .all()
      .map(({ bucket }) => bucket)
      .filter((bucket) => bucket !== HELD_BUCKET)
      .sort()[0];

  /** The watermark comes along, as it does where there is a tick each minute: rows of months would be gone through. */
  const tickAt = async (instant: string): Promise<void> => {
    clock.set(instant);
    const first = firstDue() ?? instant;
    const from = bucketOf(service.buckets, new Date(first < instant ? first : instant));
    for (const id of stores.keys()) {
      for (let shard = 0; shard < SHARDS; shard += 1) await ports.dueRows.advance(id, shard, from);
    }
    await sweep(ports, service);
  };

  return {
    ports,
    compiled,
    service,
    clock,
    store,
    worked,
    tell: (...events: readonly ClockEvent[]) => recordEvents(ports, service, events),
    /** Stores something and tells it, as S3 does. */
    async upload(storeId: string, key: string, content?: string): Promise<Thing> {
      const seen = store(storeId).put(key, content);
      await recordEvents(ports, service, [createdEvent(seen)]);
      return seen.thing;
    },
    save: (thing: Thing) => saveThing(ports, service, thing),
    sweep: (through: Partial<SweepPorts> = {}) => sweep({ ...ports, ...through }, service),
    reconcile: (storeId: string) => reconcileStore(ports, service, worked(storeId)),
    /** Lets time pass with a tick of the sweeper each minute. */
    async pass(minutes: number): Promise<void> {
      for (let minute = 0; minute < minutes; minute += 1) {
        clock.advance(MINUTE_MS);
        await sweep(ports, service);
      }
    },
    /** Goes to a moment, with a tick of the sweeper when each row before it has its time, and one there. */
    async at(instant: string): Promise<void> {
      for (let tried = ""; ; ) {
        const first = firstDue();
        if (first === undefined || first === tried) break;
        const next = bucketAfter(service.buckets, first);
        if (next >= instant) break;
        await tickAt(new Date(Math.max(Date.parse(next), clock.now().getTime())).toISOString());
        tried = first;
      }
      await tickAt(instant);
    },
  };
}

/** What S3 tells of an object that was stored. */
export function createdEvent({ thing, storedAt, etag }: StoredThing): ClockEvent {
  const told = { fact: "created", at: storedAt } as const;
  return { kind: "thing", thing, told, ...(etag === undefined ? {} : { etag }) };
}

/** What the service tells of a thing. */
export function factEvent(thing: Thing, fact: LifeFact, at: string): ClockEvent {
  return { kind: "thing", thing, told: { fact, at } };
}

/** What the service tells when a session is over. */
export function sessionEnded(subject: SubjectId, session: string, at: string): ClockEvent {
  return { kind: "session-ended", subject, session, at };
}

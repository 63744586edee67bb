import { setImmediate } from "node:timers/promises";
import { canaryStore } from "../../shared/domain/retention/canary.ts";
import type { ClockEvent } from "../../shared/domain/retention/clock-event.ts";
import type { ClockedService } from "../../shared/domain/retention/clocked-service.ts";
import { bucketOf } from "../../shared/domain/retention/due-bucket.ts";
import { reconciledEveryMinutes } from "../../shared/domain/retention/reconcile-interval.ts";
import type { Thing } from "../../shared/domain/retention/thing.ts";
import { askToFireHeldAgain, clockDuties } from "../../shared/operations/clock-duties.ts";
import { doDuties } from "../../shared/operations/do-duties.ts";
import type { ExpiringStore, Holds, Measured } from "../../shared/operations/ports.ts";
import { reconcileStore } from "../../shared/operations/reconcile-store.ts";
import { type EventRecorded, recordEvents } from "../../shared/operations/record-events.ts";
import { reportClock } from "../../shared/operations/report-clock.ts";
import { type SaveOutcome, saveThing } from "../../shared/operations/save-thing.ts";
import { type Swept, sweep } from "../../shared/operations/sweep.ts";
import { planCanaries, watchCanaries } from "../../shared/operations/watch-canaries.ts";
import type { VirtualClock } from "../world/clock.ts";
import { inMemoryAnchors, inMemoryTree, keyPairSigner } from "../world/evidence.ts";
import { ProcessKilled } from "../world/mortal-process.ts";
import { inMemoryRequestRegister } from "../world/request-register.ts";
import { fixedSubjectKeys } from "../world/small-ports.ts";
import { inMemoryTasks } from "../world/tasks.ts";
import { type Alarms, alarms } from "./alarms.ts";
import { busyPolicy } from "./busy-service.ts";
import type { Faults } from "./faults.ts";
import { mortalProcesses } from "./mortal-ports.ts";
import { quickDueRows } from "./quick-due-rows.ts";
import { quickDuties } from "./quick-duties.ts";
import { quickHolds } from "./quick-holds.ts";
import { quickLedger } from "./quick-ledger.ts";
import { quickMeasurements } from "./quick-measurements.ts";
import { quickRecords } from "./quick-records.ts";
import type { Random } from "./seeded-random.ts";
import { type Counted, counted } from "./spread-of.ts";
import { StoreUnreachable } from "./virtual-store.ts";

/** What is taken out of the clock in a run, to see that its absence is noticed. */
export type Mechanism = "etag" | "holds" | "saving";

/** A tick was to find nothing, and found something: those that were left out may have as well. */
class FoundSomething extends Error {
  override readonly name = "FoundSomething";
}

/** An alarm calls after three minutes without a word of the sweeper; so many ticks may find nothing unseen. */
const EMPTY_TICKS_LEFT_OUT = 2;

/** The functions of the clock as they run on AWS: each invocation with a clock of its own, and mortal. */
export interface SimulatedClock {
  recordEvents(events: readonly ClockEvent[]): Promise<readonly EventRecorded[] | undefined>;
  sweep(): Promise<Swept | undefined>;
  reconcile(): Promise<void>;
  save(thing: Thing): Promise<SaveOutcome>;
  /** What is asked for when a hold was released. */
  askToFireHeldAgain(): Promise<void>;
  /** Does the duties of the clock that are due; canaries are among them. */
  doDuties(): Promise<void>;
  readonly alarms: Alarms;
  readonly holds: Holds;
  /** Lets go of what a table lets go by itself. */
  forgetEnded(): void;
  readonly counts: ClockCounts;
}

/** What the clock itself has counted: it is compared with what the oracle saw. */
export interface ClockCounts {
  invocations: number;
  killed: number;
  failed: number;
  deleted: number;
  held: number;
  foundByReconciler: number;
  readonly ledgerDeleted: number;
  readonly dueRows: number;
  readonly records: number;
  readonly lateSeconds: Counted;
}

/** What a simulated clock is made of. */
export interface SimulatedClockOptions {
  readonly service: ClockedService;
  readonly clock: VirtualClock;
  readonly stores: ReadonlyMap<string, ExpiringStore>;
  readonly random: Random;
  readonly faults: Faults;
  /** Uploads a canary, by the whole way that a person's upload takes. */
  readonly putCanary: (place: Thing) => void;
  readonly without?: Mechanism | undefined;
}

/** Returns the functions over ports in memory. */
export function simulatedClock(options: SimulatedClockOptions): SimulatedClock {
  const { service, clock, random, faults, without } = options;
  const stores = without === "etag" ? deletingWhateverIsThere(options.stores) : options.stores;
  const holds = quickHolds();
  const records = quickRecords(clock);
  const things = without === "saving" ? { ...records, save: async () => true } : records;
  const ledger = quickLedger(clock);
  const lateSeconds = counted();
  const measurements = quickMeasurements(clock);
  const duties = quickDuties();
  const watch = alarms(reconciledEveryMinutes(service) * 60);
  const count = (measured: readonly Measured[]): void => {
    void measurements.count(measured);
    for (const { what, count: number, lateSeconds: late } of measured) {
      if (what === "deleted") counts.deleted += number;
      if (what === "held") counts.held += number;
      if (what === "found-by-reconciler") counts.foundByReconciler += number;
      for (const seconds of late) lateSeconds.add(seconds);
    }
  };
  const dueRows = quickDueRows(count);
  const counts = {
    invocations: 0,
    killed: 0,
    failed: 0,
    deleted: 0,
    held: 0,
    foundByReconciler: 0,
    lateSeconds,
    get ledgerDeleted() {
      return ledger.deleted;
    },
    get dueRows() {
      return dueRows.size;
    },
    get records() {
      return records.size;
    },
  };
  const ports = {
    things,
    dueRows,
    ledger,
    holds: without === "holds" ? { ...holds, active: async () => [] } : holds,
    duties,
    tasks: inMemoryTasks(),
    ...{ tree: inMemoryTree(), signer: keyPairSigner(), anchors: inMemoryAnchors() },
    // Nobody pauses everything here, which each gate asks.
    register: { ...inMemoryRequestRegister(), pausedAll: async () => undefined },
    subjectKeys: fixedSubjectKeys(),
    measurements: {
      ...measurements,
      count: async (measured: readonly Measured[]) => count(measured),
    },
    remainingMs: () => 900_000,
    random: (bytes: number) => new Uint8Array(bytes).map(() => random.below(256)),
  };
  let now = clock.now();
  const processes = mortalProcesses(random, faults.killedShare, () => {
    counts.killed += 1;
  });
  const reachedStores = [...stores].map(([id, store]): [string, ExpiringStore] => [
    id,
    processes.reaching(store),
  ]);
  /** The ports as whichever invocation runs reaches them, which has a clock of its own; no time passes in it. */
  const reached = {
    ...ports,
    clock: { now: () => now },
    things: processes.reaching(things),
    dueRows: processes.reaching(dueRows),
    duties: processes.reaching(duties),
    ledger: processes.reaching(ledger),
    measurements: processes.reaching(ports.measurements),
    expiringStores: new Map(reachedStores),
  };
  const startNext = (): void => {
    const skewMs = faults.skewMs === 0 ? 0 : Math.round(random.between(-faults.skewMs, faults.skewMs));
    now = new Date(clock.now().getTime() + skewMs);
    processes.startNext();
  };
  /** Undefined if the process died or could not reach a store; whoever called calls again, as Lambda does. */
  const running = async <Result>(run: () => Promise<Result>): Promise<Result | undefined> => {
    counts.invocations += 1;
    try {
      return await run();
    } catch (error) {
      if (error instanceof StoreUnreachable) counts.failed += 1;
      else if (!(error instanceof ProcessKilled)) throw error;
      // What it had under way beside comes to its end before the next one starts.
      await setImmediate();
      return undefined;
    }
  };
  const invoked = <Result>(run: () => Promise<Result>): Promise<Result | undefined> => {
    startNext();
    return running(run);
  };

  let isPlanned = false;
  let leftOut = 0;
  /** The sweeper would look at rows of stretches of time that are over by the clock it has; where none is, it finds nothing. */
  const findsNothing = (now: Date): boolean =>
    dueRows.isNothingBefore(bucketOf(service.buckets, now), service.buckets);
  const canaryDuties = () => {
    const declared = canaryStore(busyPolicy);
    const adapter = reached.expiringStores.get(declared?.id ?? "");
    const rule = service.stores.get(declared?.id ?? "")?.rule;
    if (!declared || !adapter || !rule) return {};
    const canaries = { put: async (key: string) => options.putCanary({ store: declared.id, key }) };
    return watchCanaries({ ...reached, canaries, metrics: watch }, { declared, rule, adapter });
  };
  const handlers = { ...clockDuties(reached, service), ...canaryDuties() };

  return {
    counts,
    holds,
    recordEvents: (events) => invoked(() => recordEvents(reached, service, events)),
    async sweep() {
      startNext();
      const isEmpty = findsNothing(now);
      if (isEmpty && leftOut < EMPTY_TICKS_LEFT_OUT) {
        leftOut += 1;
        return undefined;
      }
      leftOut = 0;
      return running(async () => {
        const swept = await sweep(reached, service);
        if (isEmpty && swept.deleted + swept.held + swept.rowsLeft > 0) throw new FoundSomething();
        await reportClock({ ...reached, metrics: watch }, service, swept);
        return swept;
      });
    },
    alarms: watch,
    askToFireHeldAgain: () => askToFireHeldAgain(duties, clock.now()),
    async doDuties() {
      startNext();
      if (isPlanned && !duties.isAnyDue(now)) return;
      await running(async () => {
        if (!isPlanned) await planCanaries(reached.duties, reached.clock.now());
        isPlanned = true;
        await doDuties(reached, handlers);
      });
    },
    async reconcile() {
      for (const [id, store] of service.stores) {
        await invoked(async () => {
          const adapter = reached.expiringStores.get(id);
          if (adapter)
            await reconcileStore(reached, service, { ...store, adapter }, { looksAt: "what is in turn" });
        });
      }
    },
    save: (thing) => saveThing({ ...ports, clock, expiringStores: stores }, service, thing),
    forgetEnded() {
      records.forgetEnded();
      ledger.forgetBefore(clock.now().toISOString().slice(0, "YYYY-MM-DD".length));
    },
  };
}

/** Stores that are asked to delete by key alone, as DeleteObjects does without ETags. */
function deletingWhateverIsThere(
  stores: ReadonlyMap<string, ExpiringStore>,
): ReadonlyMap<string, ExpiringStore> {
  const forEver = "9999-12-31T00:00:00.000Z";
  return new Map(
    [...stores].map(([id, store]) => [
      id,
      {
        ...store,
        expire: (things, gate) =>
          store.expire(
            things.map(({ thing, createdAt }) => ({ thing, createdAt, dueAt: forEver })),
            gate,
          ),
      },
    ]),
  );
}

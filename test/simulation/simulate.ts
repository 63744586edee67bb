import { clockedService } from "../../shared/domain/retention/clocked-service.ts";
import { reconciledEveryMinutes } from "../../shared/domain/retention/reconcile-interval.ts";
import { virtualClock } from "../world/clock.ts";
import { type Agenda, agenda } from "./agenda.ts";
import { busyPolicy, busyPromises } from "./busy-service.ts";
import { eventQueue } from "./event-queue.ts";
import { type Faults, isOut } from "./faults.ts";
import { type Oracle, oracle, type Tolerance } from "./oracle.ts";
import { lifecycleLateSeconds, timeToLiveLateSeconds } from "./other-mechanisms.ts";
import { seededRandom } from "./seeded-random.ts";
import { type Act, serviceHands } from "./service-hands.ts";
import { type Mechanism, type SimulatedClock, simulatedClock } from "./simulated-clock.ts";
import { type Counted, counted } from "./spread-of.ts";
import { type StoreFaults, type VirtualStore, virtualStore } from "./virtual-store.ts";
import { startWorkload } from "./workload.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** After the last upload everything that ends within days has to go, and what was late to come. */
const DRAIN_DAYS = 3;

/** One run. The same options give the same run. */
export interface SimulationOptions {
  readonly objects: number;
  readonly days: number;
  readonly seed: number;
  /** ISO 8601 UTC. */
  readonly start: string;
  readonly faults: Faults;
  readonly shards: number;
  readonly without?: Mechanism;
}

/** What a run came to. */
export interface Simulated {
  readonly oracle: Oracle;
  readonly tested: SimulatedClock;
  /** Uploads of the workload, those stored again not counted. */
  readonly throttled: number;
  readonly deadLetters: number;
  /** Still there and should not be, at the end. */
  readonly overdue: number;
  readonly lateOfLifecycle: Counted;
  readonly lateOfTimeToLive: Counted;
}

/** Runs a busy service for days on a virtual clock, over the real operations, and has the oracle judge it. */
export async function simulate(options: SimulationOptions): Promise<Simulated> {
  const { faults, seed, days } = options;
  const clock = virtualClock(options.start);
  const startMs = clock.now().getTime();
  const toCome = agenda<Act>();
  const random = seededRandom(seed);
  const [lateOfLifecycle, lateOfTimeToLive] = [counted(), counted()];
  const compared = random.fork("other mechanisms");
  const judge = oracle(busyPromises, toleranceOf(faults), (createdMs, deadlineMs) => {
    lateOfLifecycle.add(lifecycleLateSeconds(createdMs, deadlineMs, compared));
    lateOfTimeToLive.add(timeToLiveLateSeconds(compared));
  });
  const stores = new Map(
    busyPolicy.stores.map((declared): [string, VirtualStore] => [
      declared.id,
      virtualStore({
        storeId: declared.id,
        isVersioned: declared.kind === "s3" && declared.versioned,
        isTable: declared.kind === "dynamodb",
        clock,
        random: random.fork(declared.id),
        faults: storeFaults(options),
        onGone: (key) => judge.gone({ store: declared.id, key }, clock.now().getTime()),
      }),
    ]),
  );
  const service = clockedService({ policy: busyPolicy, digest: "0".repeat(64) }, "eu-central-1", {
    bucketSeconds: 60,
    shards: options.shards,
  });
  const tested = simulatedClock({
    service,
    clock,
    stores,
    random: random.fork("clock"),
    faults,
    putCanary: (place) => hands.store(place, "canary"),
    without: options.without,
  });
  const nowMs = (): number => clock.now().getTime();
  const isRunning = (what: "sweeper" | "reconciler" | "intake") => !isOut(faults, what, nowMs() - startMs);
  const queue = eventQueue({
    nowMs,
    at: (atMs, act) => toCome.add(atMs, act),
    isRunning: () => isRunning("intake"),
    handle: (events) => tested.recordEvents(events),
  });
  const hands = serviceHands({
    clock,
    toCome,
    stores,
    queue,
    tested,
    oracle: judge,
    random: random.fork("hands"),
    faults,
  });
  startWorkload(hands, random.fork("workload"), {
    objects: options.objects,
    startMs,
    endMs: startMs + days * DAY_MS,
  });
  every(
    toCome,
    startMs,
    MINUTE_MS,
    () => true,
    async () => {
      if (isRunning("sweeper")) await tested.sweep();
      await tested.doDuties();
      tested.alarms.minuteEnds(nowMs());
    },
  );
  every(
    toCome,
    startMs,
    reconciledEveryMinutes(service) * MINUTE_MS,
    () => isRunning("reconciler"),
    () => tested.reconcile(),
  );
  every(
    toCome,
    startMs,
    DAY_MS,
    () => true,
    () => {
      tested.forgetEnded();
      judge.forgetWithdrawn(nowMs());
    },
  );
  const endMs = startMs + (days + DRAIN_DAYS) * DAY_MS;
  for (let nextMs = toCome.nextAt(); nextMs !== undefined && nextMs <= endMs; nextMs = toCome.nextAt()) {
    clock.advance(Math.max(0, nextMs - nowMs()));
    const acting = toCome.take()?.();
    // Most of what happens is over at once, and to wait for it would cost as much as the thing itself.
    if (acting instanceof Promise) await acting;
  }
  return {
    oracle: judge,
    tested,
    throttled: [...stores.values()].reduce((sum, { throttled }) => sum + throttled, 0),
    deadLetters: queue.deadLetters,
    overdue: judge.overdueAt(endMs).length,
    lateOfLifecycle,
    lateOfTimeToLive,
  };
}

function storeFaults({ faults, objects, days }: SimulationOptions): StoreFaults {
  const { refusedShare, failedCallShare: failedShare, throttledShare } = faults;
  const keysPerSecond = Math.max(2, Math.ceil((throttledShare * objects) / days));
  return { refusedShare, failedShare, ...(throttledShare === 0 ? {} : { keysPerSecond }) };
}

/** An event is recorded within two windows of the queue, unless nothing takes from it. */
function toleranceOf({ skewMs, outages }: Faults): Tolerance {
  const outHours = outages.flatMap(({ what, hours }) => (what === "intake" ? [hours] : []));
  return { skewMs, unrecordedMs: 5 * MINUTE_MS + Math.max(0, ...outHours) * HOUR_MS };
}

function every(
  toCome: Agenda<Act>,
  fromMs: number,
  periodMs: number,
  isRunning: () => boolean,
  act: () => unknown,
): void {
  toCome.add(fromMs + periodMs, async () => {
    every(toCome, fromMs + periodMs, periodMs, isRunning, act);
    if (isRunning()) await act();
  });
}

import type { Faults } from "./faults.ts";
import type { Breach } from "./oracle.ts";
import { type Simulated, simulate } from "./simulate.ts";
import { type Counted, counted } from "./spread-of.ts";

const DAY_MS = 86_400_000;
const BREACHES_KEPT_MAX = 20;

/** Objects of one service after another: the next begins when the one before it has ended, with the next seed. */
export interface RunsOptions {
  readonly objects: number;
  readonly perRun: number;
  readonly days: number;
  readonly seed: number;
  /** ISO 8601 UTC. */
  readonly start: string;
  readonly faults: Faults;
}

/** What the runs so far came to, together. */
export interface Runs {
  count: number;
  objects: number;
  gone: number;
  breaches: number;
  overdue: number;
  slow: number;
  sameBytes: number;
  foundByReconciler: number;
  killed: number;
  throttled: number;
  deadLetters: number;
  readonly alarms: Set<string>;
  readonly firstBreaches: Breach[];
  readonly lateOfLimit: Counted;
  readonly lateOfEvent: Counted;
  readonly lateOfLifecycle: Counted;
  readonly lateOfTimeToLive: Counted;
}

/** Yields the same sum after each run; nothing of a run is kept but that. */
export async function* runsOf(options: RunsOptions): AsyncGenerator<Runs> {
  const runs = noRuns();
  while (runs.objects < options.objects) {
    const objects = Math.min(options.perRun, options.objects - runs.objects);
    const start = new Date(Date.parse(options.start) + runs.count * options.days * DAY_MS).toISOString();
    const seed = options.seed + runs.count;
    add(runs, objects, await simulate({ ...options, objects, start, seed, shards: 1 }));
    yield runs;
  }
}

function add(runs: Runs, objects: number, run: Simulated): void {
  const { oracle, tested } = run;
  runs.count += 1;
  runs.objects += objects;
  runs.gone += oracle.goneCount;
  runs.breaches += oracle.breachCount;
  runs.overdue += run.overdue;
  runs.slow += oracle.slowCount;
  runs.sameBytes += oracle.sameBytesCount;
  runs.foundByReconciler += tested.counts.foundByReconciler;
  runs.killed += tested.counts.killed;
  runs.throttled += run.throttled;
  runs.deadLetters += run.deadLetters;
  for (const alarm of tested.alarms.raised.keys()) runs.alarms.add(alarm);
  runs.firstBreaches.push(...oracle.breaches.slice(0, BREACHES_KEPT_MAX - runs.firstBreaches.length));
  runs.lateOfLimit.include(oracle.lateOfLimit);
  runs.lateOfEvent.include(oracle.lateOfEvent);
  runs.lateOfLifecycle.include(run.lateOfLifecycle);
  runs.lateOfTimeToLive.include(run.lateOfTimeToLive);
}

function noRuns(): Runs {
  const numbers = { count: 0, objects: 0, gone: 0, breaches: 0, overdue: 0, slow: 0, sameBytes: 0 };
  const ofTheClock = { foundByReconciler: 0, killed: 0, throttled: 0, deadLetters: 0 };
  return {
    ...numbers,
    ...ofTheClock,
    alarms: new Set(),
    firstBreaches: [],
    lateOfLimit: counted(),
    lateOfEvent: counted(),
    lateOfLifecycle: counted(),
    lateOfTimeToLive: counted(),
  };
}

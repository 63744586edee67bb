import { describe, expect, it } from "vitest";
import { dueAt } from "../../shared/domain/requests/erasure-request.ts";
import { TreeBusy } from "../../shared/operations/append-leaves.ts";
import { drainDueRequests } from "../../shared/operations/drain-due-requests.ts";
import type { TreeStore } from "../../shared/operations/ports.ts";
import { recordFailure } from "../../shared/operations/record-failure.ts";
import { type ErasureWorld, erasureWorld, runSteps } from "../world/erasure-world.ts";
import { portsThrough } from "../world/ports-through.ts";
import { virtualTime } from "../world/virtual-time.ts";

const MINUTE_MS = 60_000;
/** What a call to AWS in one region takes, a little above the usual. */
const CALL_MS = 10;
/** S3 lists a thousand entries a call. */
const ENTRIES_PER_PAGE = 1_000;
/** The first and four more: infra/workflows/task-states.ts. */
const STEP_TRIES = 5;
const WAITING_TURNS_MAX = 50;
const CHANCES = 2_147_483_647;
let chance = 1;
const STAFF = { kind: "staff", name: "ada" } as const;

describe("many erasures", () => {
  it("are all ended when a thousand were asked for at once, a herd of a hundred a minute", async () => {
    const world = await erasureWorld();
    const requests: string[] = [];
    for (let person = 0; person < 1_000; person += 1) {
      requests.push(await world.open(world.settle(`person-${person}`, 1)));
      // The world's chance repeats itself after 256 numbers, and time is what tells them apart then.
      world.clock.advance(1);
    }

    const startedEachMinute: number[] = [];
    for (let minute = 0; minute < 20; minute += 1) {
      const before = world.executions.started.length;
      await world.drain();
      const started = world.executions.started.slice(before);
      startedEachMinute.push(started.length);
      await Promise.all(
        started.map((execution) => run(world, execution.slice(0, execution.lastIndexOf("-")))),
      );
      world.clock.advance(MINUTE_MS);
    }

    const reasons = new Set<string>();
    for (const requestId of requests) {
      const { progress } = await world.read(requestId);
      reasons.add(progress.state === "waiting" ? progress.reason : progress.state);
    }
    expect([...reasons]).toEqual(["completed"]);
    expect(new Set(requests).size).toBe(1_000);
    expect(Math.max(...startedEachMinute)).toBe(100);
    expect(startedEachMinute.slice(0, 10).every((started) => started === 100)).toBe(true);
    expect(world.letters.sent).toHaveLength(1_000);
  }, 60_000);
});

describe("a thousand that failed together", () => {
  it("do not come back together", async () => {
    const world = await erasureWorld();
    const ports = { ...world, chance: () => nextChance() / CHANCES };
    const requests: string[] = [];
    for (let person = 0; person < 1_000; person += 1) {
      requests.push(await world.open(world.settle(`person-${person}`, 1)));
      world.clock.advance(1);
    }
    await drainDueRequests({ ...ports, runsAtOnceMax: 1_000 });
    const failedAtMs = world.clock.now().getTime();
    for (const requestId of requests) await recordFailure(ports, await world.stepOf(requestId), "Throttled");

    const inSecond = new Map<number, number>();
    for (const requestId of requests) {
      const waitsMs = new Date(dueAt(await world.read(requestId)) ?? "").getTime() - failedAtMs;
      const second = Math.floor(waitsMs / 1_000);
      inSecond.set(second, (inSecond.get(second) ?? 0) + 1);
    }
    expect(Math.min(...inSecond.keys())).toBeGreaterThanOrEqual(30);
    expect(Math.max(...inSecond.keys())).toBeLessThanOrEqual(60);
    expect(Math.max(...inSecond.values())).toBeLessThan(100);
  }, 60_000);
});

describe("a person with one object", () => {
  it("waits at most twice as long behind one with 100,000, being run or being planned for staff", async () => {
    const solo = await timeOfOne(async () => undefined);
    const behindRun = await timeOfOne(async (world) => {
      await world.open(world.settle("large", 100_000));
    });
    const behindPlan = await timeOfOne(async (world) => {
      await world.open(world.settle("large", 100_000), STAFF);
    });

    expect(solo).toBeGreaterThan(30 * CALL_MS);
    expect(behindRun).toBeLessThanOrEqual(2 * solo);
    expect(behindPlan).toBeLessThanOrEqual(2 * solo);
  }, 60_000);
});

/** Runs an attempt and tries each step again as the state machine does: a hundred write to one tree at once. */
async function run(world: ErasureWorld, requestId: string): Promise<void> {
  const step = await world.stepOf(requestId);
  await runSteps({ ...world, tree: partingWriters(world.tree) }, step, async (_name, operation) => {
    for (let tries = 1; ; tries += 1) {
      try {
        return await operation();
      } catch (error) {
        if (!(error instanceof TreeBusy) || tries === STEP_TRIES) throw error;
      }
    }
  }).catch((error: Error) => recordFailure(world, step, error.name));
  world.executions.end(requestId, step.attempt);
}

/** Whoever was not first waits a little by chance, as the adapter of the tree does; the chances are always the same. */
function partingWriters(tree: ErasureWorld["tree"]): TreeStore {
  return {
    ...tree,
    head: () => tree.head(),
    async extend(extension) {
      if (await tree.extend(extension)) return true;
      for (let turns = nextChance() % WAITING_TURNS_MAX; turns > 0; turns -= 1)
        await new Promise(setImmediate);
      return false;
    },
  };
}

/** The same chances in every run. */
function nextChance(): number {
  chance = (chance * 48_271) % CHANCES;
  return chance;
}

/** Returns how many milliseconds pass between asking and the end, with another request in front. */
async function timeOfOne(before: (world: ErasureWorld) => Promise<void>): Promise<number> {
  const world = await erasureWorld();
  const time = virtualTime(world.clock, latencyMs);
  await before(world);
  world.clock.advance(1);
  const requestId = await world.open(world.settle("small", 1));
  const asked = world.clock.now().getTime();

  const stores = world.stores.map((store) => ({
    ...store,
    finder: time.reaching("finder", store.finder),
    verifier: time.reaching("verifier", store.verifier),
  }));
  const ports = { ...world, ...portsThrough(time, world) };
  const runs: Promise<void>[] = [];
  const ended = new Promise<void>((resolve, reject) => {
    const executions: typeof world.executions = {
      ...world.executions,
      async start(request) {
        await time.pause(CALL_MS);
        await world.executions.start(request);
        const step = await world.stepOf(request.requestId);
        const run = runSteps(ports, step, (_name, operation) => operation());
        runs.push(run);
        run.then(() => request.requestId === requestId && resolve(), reject);
      },
    };
    drainDueRequests({ ...ports, executions, storesFor: async () => stores }).catch(reject);
  });
  await time.until(ended);
  const took = world.clock.now().getTime() - asked;
  expect((await world.read(requestId)).progress.state).toBe("completed");
  return took;
}

/** A look takes a call for each page. */
function latencyMs(_name: string, answer: unknown): number {
  const found = typeof answer === "object" && answer !== null && "found" in answer ? Number(answer.found) : 0;
  return CALL_MS * Math.max(1, Math.ceil(found / ENTRIES_PER_PAGE));
}

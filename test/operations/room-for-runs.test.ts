import { describe, expect, it } from "vitest";
import { drainDueRequests } from "../../shared/operations/drain-due-requests.ts";
import { type ErasureWorld, erasureWorld } from "../world/erasure-world.ts";

const RUNS_AT_ONCE_MAX = 3;

describe("the room for runs", () => {
  it("is never exceeded, by one drain or by several at once", async () => {
    const { world, requests, drain } = await queued(10);

    await Promise.all([drain(), drain()]);
    // Two drains may look in the same moment: then each has the room once, and no later drain adds to it.
    expect(world.executions.started.length).toBeLessThanOrEqual(2 * RUNS_AT_ONCE_MAX);
    const started = world.executions.started.length;
    await drain();
    expect(world.executions.started).toHaveLength(started);
    expect(await states(world, requests)).toContain("verified");
  });

  it("is taken by the next as soon as a run has ended", async () => {
    const { world, requests, drain } = await queued(4);
    await drain();
    expect(await states(world, requests)).toEqual(["running", "running", "running", "verified"]);

    await world.run(requests[0] ?? "");
    await drain();
    expect(await states(world, requests)).toEqual(["completed", "running", "running", "running"]);
  });

  it("holds up nothing that needs no run", async () => {
    const { world, drain } = await queued(4);
    await drain();
    const planned = await world.open(world.settle("later", 1), { kind: "staff", name: "ada" });
    await drain();
    expect((await world.read(planned)).progress.state).toBe("waiting-for-approval");
  });
});

describe("a signal", () => {
  it("starts what somebody waits for, and leaves looks at runs and for late writes to the minute", async () => {
    const world = await erasureWorld();
    const requestId = await world.open(world.settle("1", 1));
    const completed = await world.drainAndRun(requestId);
    const running = await world.open(world.settle("2", 1));
    await world.drain();
    world.clock.advance(600_000);
    const before = [completed, await world.read(running)];

    await drainDueRequests(world, "what-somebody-waits-for");
    expect([await world.read(requestId), await world.read(running)]).toEqual(before);

    const asked = await world.open(world.settle("3", 1));
    await drainDueRequests(world, "what-somebody-waits-for");
    expect((await world.read(asked)).progress.state).toBe("running");

    await world.drain();
    expect([await world.read(requestId), await world.read(running)]).not.toEqual(before);
  });
});

async function queued(people: number) {
  const world = await erasureWorld();
  const requests: string[] = [];
  for (let person = 0; person < people; person += 1) {
    requests.push(await world.open(world.settle(`person-${person}`, 1)));
    world.clock.advance(1);
  }
  const drain = () => drainDueRequests({ ...world, runsAtOnceMax: RUNS_AT_ONCE_MAX });
  return { world, requests, drain };
}

async function states(world: ErasureWorld, requests: readonly string[]): Promise<readonly string[]> {
  const read = await Promise.all(requests.map((requestId) => world.read(requestId)));
  return read.map(({ progress }) => progress.state);
}

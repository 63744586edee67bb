import { beforeEach, describe, expect, it } from "vitest";
import { STARTS_PER_HOUR_UNTIL_BREAK } from "../../shared/domain/requests/hourly-limits.ts";
import { pauseAll } from "../../shared/operations/pause-all.ts";
import { pauseRequest } from "../../shared/operations/pause-request.ts";
import { resumeAll } from "../../shared/operations/resume-all.ts";
import { resumeRequest } from "../../shared/operations/resume-request.ts";
import { type ErasureWorld, erasureWorld } from "../world/erasure-world.ts";
import { GRACE_HOURS, gracefulWorld, HOUR_MS } from "../world/graceful-world.ts";
import { untilNothingIsDue } from "../world/look-again.ts";

const MINUTE_MS = 60_000;
const ADA = { kind: "staff", name: "ada" } as const;
const GRACE = { kind: "staff", name: "grace" } as const;
let world: ErasureWorld;

beforeEach(async () => {
  world = await erasureWorld();
});

describe("a paused request", () => {
  it("does not start until it is resumed, and then at once", async () => {
    const person = world.settle("1", 5);
    const requestId = await world.open(person);
    await pauseRequest(world, requestId, ADA);
    for (let day = 0; day < 3; day += 1) {
      await world.drain();
      world.clock.advance(24 * HOUR_MS);
    }
    expect(world.executions.started).toEqual([]);

    await resumeRequest(world, requestId);
    expect((await world.drainAndRun(requestId)).progress.state).toBe("completed");
  });

  it("stops in the middle of a store, and goes on where it stopped", async () => {
    const person = world.settle("1", 25);
    const requestId = await world.open(person);
    await world.drain();
    world.accounts.maySignIn(person);
    await pausedAfterOneBatch(requestId, () => pauseRequest(world, requestId, ADA));
    const left = world.store("photos").holds(person).length;
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(25);
    expect(await world.read(requestId)).toMatchObject({
      paused: { by: ADA },
      progress: { state: "waiting" },
    });
    world.clock.advance(48 * HOUR_MS);
    await world.drain();
    expect(world.executions.started).toHaveLength(1);

    await resumeRequest(world, requestId);
    expect((await world.drainAndRun(requestId)).progress.state).toBe("completed");
  });

  it("keeps the end of its grace", async () => {
    world = await gracefulWorld();
    const requestId = await world.open(world.settle("1", 5));
    await world.drain();
    await pauseRequest(world, requestId, ADA);
    world.clock.advance(HOUR_MS);
    await resumeRequest(world, requestId);
    expect((await world.drainAndRun(requestId)).progress.state).toBe("grace");
    world.clock.advance((GRACE_HOURS - 1) * HOUR_MS);
    expect((await world.drainAndRun(requestId)).progress.state).toBe("completed");
  });

  it("that has completed is looked at for late writes no more until it is resumed", async () => {
    const person = world.settle("1", 1);
    const requestId = await world.open(person);
    await world.drainAndRun(requestId);
    expect(await pauseRequest(world, requestId, ADA)).toMatchObject({ changed: true });
    world.store("photos").put(person, ["late"]);
    world.clock.advance(30 * HOUR_MS);
    await world.drain();
    expect(world.executions.started).toHaveLength(1);
    expect(world.store("photos").holds(person)).toEqual(["late"]);

    expect(await resumeRequest(world, requestId)).toMatchObject({ changed: true });
    await untilNothingIsDue(world, requestId);
    expect(world.store("photos").holds(person)).toEqual([]);
  });

  it("is taken from a look that purges, which stops before its next batch", async () => {
    const person = world.settle("1", 1);
    const requestId = await world.open(person);
    await world.drainAndRun(requestId);
    const late = Array.from({ length: 25 }, (_, at) => `late-${at}`);
    world.store("photos").put(person, late);
    world.clock.advance(5 * MINUTE_MS);
    await world.drain();
    const isDue = { state: "completed", lateWrites: { look: "due" } };
    let paused: unknown;
    await pausedAfterOneBatch(requestId, async () => {
      paused = await pauseRequest(world, requestId, ADA);
    });
    expect(paused).toMatchObject({ request: { progress: isDue } });
    expect(world.store("photos").holds(person).length).toBeGreaterThan(0);
    expect((await world.read(requestId)).progress).toMatchObject(isDue);

    await resumeRequest(world, requestId);
    await untilNothingIsDue(world, requestId);
    expect(world.store("photos").holds(person)).toEqual([]);
  });

  it("is paused once and resumed once, and not after its end", async () => {
    const requestId = await world.open(world.settle("1", 1));
    expect(await resumeRequest(world, requestId)).toMatchObject({ because: "not-paused" });
    await pauseRequest(world, requestId, ADA);
    expect(await pauseRequest(world, requestId, GRACE)).toMatchObject({ because: "paused-already" });
    await resumeRequest(world, requestId);
    await world.drainAndRun(requestId);
    await untilNothingIsDue(world, requestId);
    expect(await pauseRequest(world, requestId, ADA)).toMatchObject({ because: "ended-already" });
    expect(await pauseRequest(world, "req_none", ADA)).toMatchObject({ because: "no-such-request" });
  });
});

describe("a pause of everything", () => {
  it("lets nothing start, and lifting it makes all of it due", async () => {
    const requests = await Promise.all(["1", "2"].map((name) => world.open(world.settle(name, 1))));
    await pauseAll(world, ADA);
    expect(await world.drain()).toEqual({ looked: 0, failed: [] });

    expect(await resumeAll(world, GRACE)).toBe("resumed");
    for (const requestId of requests) {
      expect((await world.drainAndRun(requestId)).progress.state).toBe("completed");
    }
    expect(await resumeAll(world, GRACE)).toBe("not-paused");
  });

  it("stops what runs before its next batch, and freezes nobody more", async () => {
    const [one, other] = [world.settle("1", 25), world.settle("2", 5)];
    const requestId = await world.open(one);
    const unfrozen = await world.open(other);
    await world.drain();
    await pausedAfterOneBatch(requestId, () => pauseAll(world, ADA));
    await world.run(unfrozen);

    expect(world.store("photos").holds(one).length).toBeGreaterThan(0);
    expect(world.accounts.maySignIn(other)).toBe(true);
    expect(await world.read(requestId)).toMatchObject({ progress: { state: "waiting" } });
    await resumeAll(world, ADA);
    expect((await world.drainAndRun(requestId)).progress.state).toBe("completed");
    await world.run(unfrozen);
    expect((await world.read(unfrozen)).progress.state).toBe("completed");
  });
});

describe("the breaker", () => {
  it("stops everything after too many starts, until two people want it to go on", async () => {
    const now = world.clock.now();
    for (let started = 1; started < STARTS_PER_HOUR_UNTIL_BREAK; started += 1) {
      await world.register.countInHour("started", now);
    }
    await world.open(world.settle("1", 1));
    await world.drain();
    expect(await world.register.pausedAll()).toMatchObject({ by: { kind: "breaker" } });

    expect(await resumeAll(world, ADA)).toBe("needs-a-second-person");
    expect(await resumeAll(world, ADA)).toBe("asked-by-the-same-person");
    expect(await world.register.pausedAll()).toBeDefined();
    expect(await resumeAll(world, GRACE)).toBe("resumed");
    await world.open(world.settle("2", 1));
    await world.drain();
    expect(await world.register.pausedAll()).toBeUndefined();
  });
});

/** Runs the attempt under way, and does something as soon as photos have lost their first batch. */
async function pausedAfterOneBatch(requestId: string, meanwhile: () => Promise<unknown>): Promise<void> {
  const { register } = world;
  const addDeleted = register.addDeleted.bind(register);
  let isFirst = true;
  register.addDeleted = async (...args) => {
    await addDeleted(...args);
    if (isFirst && args[1] === "photos") {
      isFirst = false;
      await meanwhile();
    }
  };
  await world.run(requestId);
  register.addDeleted = addDeleted;
}

import { beforeEach, describe, expect, it } from "vitest";
import { dueAt } from "../../shared/domain/requests/erasure-request.ts";
import { findStuck } from "../../shared/operations/find-stuck.ts";
import { type ErasureWorld, erasureWorld } from "../world/erasure-world.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

let world: ErasureWorld;

beforeEach(async () => {
  world = await erasureWorld();
});

const stuck = async () => (await findStuck(world)).map(({ kind }) => kind);

describe("what is stuck", () => {
  it("is nothing where everything goes on, and nothing where nothing is", async () => {
    expect(await findStuck(world)).toEqual([]);
    await world.open(world.settle("1", 3));
    await world.drain();
    expect(await findStuck(world)).toEqual([]);
  });

  it("is a request that was not moved on when it was due, from the fifth minute on", async () => {
    const requestId = await world.open(world.settle("1", 3));
    world.clock.advance(5 * MINUTE_MS);
    expect(await stuck()).toEqual([]);
    world.clock.advance(1);
    expect(await findStuck(world)).toMatchObject([
      { kind: "late", requestId, why: expect.stringContaining("verified") },
    ]);
  });

  it("is one that has failed three times, although it is tried again", async () => {
    const requestId = await world.open(world.settle("1", 3));
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      expect(await stuck()).toEqual([]);
      world.clock.set(dueAt(await world.read(requestId)) ?? "");
      await world.drain();
      await world.run(requestId, () => {
        throw new TypeError("it broke");
      });
    }
    expect(await findStuck(world)).toMatchObject([
      { kind: "keeps-failing", why: expect.stringContaining("TypeError") },
    ]);
  });

  it("is a plan that nobody has looked at for a day, and the task of it", async () => {
    await world.open(world.settle("1", 3), { kind: "staff", name: "grace" });
    await world.drain();
    world.clock.advance(DAY_MS);
    await world.drain();
    expect(await stuck()).toEqual([]);
    world.clock.advance(1);
    expect(await stuck()).toEqual(["waits-for-approval", "task-overdue"]);
  });

  it("is a run that goes on for more than an hour", async () => {
    const requestId = await world.open(world.settle("1", 3));
    await world.drain();
    const step = await world.stepOf(requestId);
    const lane = `${requestId}/${step.attempt}/subject`;
    const { subjectRef } = await world.read(requestId);
    await world.ledger.append(lane, subjectRef, {
      kind: "frozen",
      tombstoneExpiresAt: "2028-01-01T00:00:00.000Z",
    });
    const watch = async (minutes: number) => {
      for (let minute = 0; minute < minutes; minute += 1) {
        world.clock.advance(MINUTE_MS);
        await world.drain();
      }
    };
    await watch(60);
    expect(await stuck()).toEqual([]);
    await watch(1);
    expect(await stuck()).toEqual(["runs-long"]);
  });

  it("is a run that ended without a word, before the watch comes by", async () => {
    const requestId = await world.open(world.settle("1", 3));
    await world.drain();
    world.executions.end(requestId, 1);
    expect(await findStuck(world)).toMatchObject([{ kind: "ended-without-a-word", requestId }]);
  });

  it("is what was paused, which is not late for that", async () => {
    const requestId = await world.open(world.settle("1", 3));
    const request = await world.read(requestId);
    await world.register.update({
      ...request,
      paused: { by: { kind: "staff", name: "ada" }, at: request.openedAt },
    });
    world.clock.advance(DAY_MS);
    expect(await stuck()).toEqual(["paused"]);
  });

  it("is calls that failed, with how many and how old", async () => {
    world.deadLetters.hold(3, 3600);
    expect(await findStuck(world)).toEqual([
      { kind: "dead-letters", why: "3 calls of functions failed and wait, the oldest for at least 60 min" },
    ]);
  });

  it("is no request that has completed", async () => {
    await world.drainAndRun(await world.open(world.settle("1", 3)));
    world.clock.advance(MINUTE_MS);
    expect(await findStuck(world)).toEqual([]);
  });
});

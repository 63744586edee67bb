import { beforeEach, describe, expect, it } from "vitest";
import { drainDueRequests } from "../../shared/operations/drain-due-requests.ts";
import { eraseStores, SubjectNotFrozen } from "../../shared/operations/erase-stores.ts";
import { issueCertificate, StoreNotVerified } from "../../shared/operations/issue-certificate.ts";
import { RequestNotRunning } from "../../shared/operations/running-request.ts";
import { certificateOf } from "../world/certificate-of.ts";
import { type ErasureWorld, erasureWorld } from "../world/erasure-world.ts";

let world: ErasureWorld;

beforeEach(async () => {
  world = await erasureWorld();
});

describe("an erasure that meets trouble", () => {
  it.each([
    "freeze-subject",
    "plan-erasure",
    "erase-stores",
    "ask-processors",
    "bound-backups",
    "verify-absence",
    "issue-certificate",
    "conclude-request",
  ])("waits with its reason when %s fails for good, and the next attempt completes it", async (broken) => {
    const person = world.settle("1", 25);
    const requestId = await world.open(person);
    await world.drain();
    await world.run(requestId, (step) => {
      if (step === broken) throw new TypeError("it broke");
    });

    const waiting = await world.read(requestId);
    expect(waiting.progress).toMatchObject({
      state: "waiting",
      reason: expect.stringContaining("TypeError"),
    });

    world.clock.advance(60_000);
    expect((await world.drainAndRun(requestId)).progress.state).toBe("completed");
    const { body } = await certificateOf(world, requestId);
    expect(body.attempt).toBe(2);
    expect(body.stores[0]).toMatchObject({ found: 25, deleted: 25, left: 0 });
  });

  it("empties the other stores when one is away, and comes back for that one", async () => {
    const person = world.settle("1", 25);
    world.store("photos").failNext("erase", new Error("away"), 1);
    const requestId = await world.open(person);
    await world.drainAndRun(requestId);

    expect((await world.read(requestId)).progress).toMatchObject({
      state: "waiting",
      reason: expect.stringContaining("StoresFailed"),
    });
    expect(world.store("portraits").holds(person)).toEqual([]);
    expect(world.store("photos").holds(person)).toHaveLength(15);

    world.clock.advance(60_000);
    expect((await world.drainAndRun(requestId)).progress.state).toBe("completed");
    expect((await certificateOf(world, requestId)).body.stores[0]).toMatchObject({ found: 25, deleted: 25 });
  });

  it("certifies what it could, and waits for the day on which a lock ends", async () => {
    const person = world.settle("1", 0);
    const until = "2026-12-01T00:00:00.000Z";
    world.store("portraits").put(person, ["a", "b", "c"]);
    world.store("portraits").lock(person, "b", until);
    const requestId = await world.open(person);

    const waiting = await world.drainAndRun(requestId);

    expect(waiting.progress).toMatchObject({ state: "waiting", dueAt: until });
    const first = await certificateOf(world, requestId);
    expect(first.body.final).toBe(false);
    expect(first.body.stores[1]).toMatchObject({
      found: 3,
      deleted: 2,
      retained: 1,
      outcome: "retained-until",
    });
    expect(world.letters.sent).toEqual([]);

    world.store("portraits").unlock();
    world.clock.set(until);
    expect((await world.drainAndRun(requestId)).progress.state).toBe("completed");
    const last = await certificateOf(world, requestId);
    expect(last.body).toMatchObject({ final: true, attempt: 2 });
    expect(last.body.stores[1]).toMatchObject({ found: 3, deleted: 3, left: 0, retained: 0 });
  });

  it("certifies that one entry which is refused for ever is left, and tries again each day", async () => {
    const person = world.settle("1", 0);
    world.store("photos").put(person, ["a", "b", "refused"]);
    world.store("photos").lock(person, "refused");
    const requestId = await world.open(person);

    for (let day = 1; day <= 3; day += 1) {
      expect((await world.drainAndRun(requestId)).progress).toMatchObject({
        state: "waiting",
        reason: expect.stringContaining("1 in photos could not be deleted"),
        dueAt: new Date(world.clock.now().getTime() + 86_400_000).toISOString(),
      });
      const { body } = await certificateOf(world, requestId);
      expect(body).toMatchObject({ final: false, attempt: day });
      expect(body.stores[0]).toMatchObject({ found: 3, deleted: 2, left: 1, outcome: "not-possible" });
      world.clock.advance(86_400_000);
    }
    expect(world.letters.sent).toEqual([]);
  });

  it("does not believe an eraser that says it is done: the verifier decides", async () => {
    const person = world.settle("1", 0);
    world.store("photos").put(person, ["a", "hidden"]);
    world.store("photos").hide(person, "hidden");
    const requestId = await world.open(person);

    const request = await world.drainAndRun(requestId);

    expect(request.progress).toMatchObject({
      state: "waiting",
      reason: expect.stringContaining("1 in photos could not be deleted"),
    });
    expect((await certificateOf(world, requestId)).body.stores[0]).toMatchObject({
      left: 1,
      outcome: "not-possible",
    });
    const passes = (await world.ledger.readLane(`${requestId}/1/photos`)).filter(
      ({ body }) => body.kind === "erase-ended",
    );
    expect(passes).toHaveLength(3);
  });

  it("stops between batches when a newer attempt has taken over", async () => {
    const person = world.settle("1", 100);
    const requestId = await world.open(person);
    await world.drain();
    const step = await world.stepOf(requestId);
    await world.run(requestId, (name) => {
      if (name === "erase-stores") throw new Error("stop here");
    });
    world.clock.advance(60_000);
    await world.drain();

    await expect(eraseStores(world, step)).rejects.toThrow(RequestNotRunning);
    expect(world.store("photos").holds(person)).toHaveLength(100);
  });

  it("goes on in another invocation when time is up", async () => {
    const person = world.settle("1", 100);
    const requestId = await world.open(person);
    await world.drain();
    const step = await world.stepOf(requestId);
    await world.run(requestId, (name) => {
      if (name === "erase-stores") throw new Error("stop here");
    });
    world.clock.advance(60_000);
    await world.drain();
    const newer = { ...step, attempt: 2 };

    expect(await eraseStores({ ...world, remainingMs: () => 59_999 }, newer)).toEqual({ finished: false });
    expect(world.store("photos").holds(person)).toHaveLength(100);
    expect(await eraseStores({ ...world, remainingMs: () => 60_000 }, newer)).toEqual({ finished: true });
    expect(world.store("photos").holds(person)).toEqual([]);
  });

  it("touches no store of a person who was not frozen", async () => {
    const person = world.settle("1", 5);
    const requestId = await world.open(person);
    await world.drain();
    await expect(eraseStores(world, await world.stepOf(requestId))).rejects.toThrow(SubjectNotFrozen);
    expect(world.store("photos").holds(person)).toHaveLength(5);
  });

  it("issues no certificate for a store into which nobody looked again", async () => {
    const requestId = await world.open(world.settle("1", 5));
    await world.drain();
    await world.run(requestId, (name) => {
      if (name === "verify-absence") throw new Error("stop here");
    });
    world.clock.advance(60_000);
    await world.drain();
    await expect(issueCertificate(world, await world.stepOf(requestId))).rejects.toThrow(StoreNotVerified);
    expect(world.tree.leaves).toEqual([]);
  });

  it("notices a run that ended without a word", async () => {
    const requestId = await world.open(world.settle("1", 5));
    await world.drain();
    world.executions.end(requestId, 1);
    world.clock.advance(60_000);
    await world.drain();
    expect((await world.read(requestId)).progress).toMatchObject({ state: "waiting" });

    world.clock.advance(60_000);
    await world.drain();
    expect((await world.read(requestId)).attempt).toBe(2);
    expect(world.executions.started).toEqual([`${requestId}-1`, `${requestId}-2`]);
  });
});

describe("an execution that was never started", () => {
  it("is started by the watch", async () => {
    const requestId = await world.open(world.settle("1", 5));
    const away = { ...world.executions, start: () => Promise.reject(new Error("Step Functions is away")) };
    const drained = await drainDueRequests({ ...world, executions: away });
    expect(drained.failed.map((one) => one.requestId)).toEqual([requestId]);

    world.clock.advance(60_000);
    await world.drain();

    expect(world.executions.started).toEqual([`${requestId}-1`]);
  });

  it("delays no other request", async () => {
    const [first, second] = [await world.open(world.settle("1", 1)), await world.open(world.settle("2", 1))];
    const start: typeof world.executions.start = async (request) => {
      if (request.requestId === first) throw new Error("this one cannot start");
      return world.executions.start(request);
    };
    await drainDueRequests({ ...world, executions: { ...world.executions, start } });

    expect(world.executions.started).toEqual([`${second}-1`]);
  });
});

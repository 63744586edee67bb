import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { dueAt, isEnded } from "../../shared/domain/requests/erasure-request.ts";
import { approveRequest } from "../../shared/operations/approve-request.ts";
import { closeTask } from "../../shared/operations/close-task.ts";
import { drainDueRequests } from "../../shared/operations/drain-due-requests.ts";
import { watchDeadLetters } from "../../shared/operations/watch-dead-letters.ts";
import { type ErasureWorld, erasureWorld } from "../world/erasure-world.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const EVIDENCE = { what: "The queue was mended.", reference: "TICKET-17" };
const GRACE = { kind: "staff", name: "grace" } as const;

let world: ErasureWorld;

beforeEach(async () => {
  world = await erasureWorld();
});

const openKinds = async (of = world) => (await of.tasks.listOpen(100)).map(({ kind }) => kind).sort();

/** Fails one attempt for good, and moves the clock to the next. */
async function failOnce(requestId: string): Promise<void> {
  await world.drain();
  await world.run(requestId, (step) => {
    if (step === "erase-stores") throw new TypeError("it broke");
  });
  world.clock.set(dueAt(await world.read(requestId)) ?? "");
}

describe("an erasure that cannot end by itself", () => {
  it("asks for a person at the third failed attempt, once, goes on trying, and takes it back when it completes", async () => {
    const requestId = await world.open(world.settle("1", 3));
    await failOnce(requestId);
    await failOnce(requestId);
    expect(await openKinds()).toEqual([]);
    await failOnce(requestId);
    expect(await openKinds()).toEqual(["keeps-failing"]);
    await failOnce(requestId);
    const [task] = await world.tasks.listOpen(10);
    expect(await world.tasks.list(10)).toHaveLength(1);
    expect(task).toMatchObject({ requestId, needs: expect.stringContaining("attempt 3") });

    expect((await world.drainAndRun(requestId)).progress.state).toBe("completed");
    expect(await openKinds()).toEqual([]);
    expect((await world.tasks.read(task?.taskId ?? ""))?.progress).toMatchObject({
      state: "done",
      by: { kind: "system" },
      evidence: { reference: `certificate certificates/${requestId}/5.json` },
    });
  });

  it("asks for one as well when its runs end without a word", async () => {
    const requestId = await world.open(world.settle("1", 3));
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      await world.drain();
      world.executions.end(requestId, attempt);
      world.clock.advance(MINUTE_MS);
      await world.drain();
      world.clock.set(dueAt(await world.read(requestId)) ?? "");
    }
    expect(await openKinds()).toEqual(["keeps-failing"]);
  });

  it("asks for one when something is left that is under no lock, due in three days", async () => {
    const person = world.settle("1", 0);
    world.store("photos").put(person, ["a", "refused"]);
    world.store("photos").lock(person, "refused");
    const requestId = await world.open(person);
    await world.drainAndRun(requestId);
    const [task, ...others] = await world.tasks.listOpen(10);
    expect(others).toEqual([]);
    expect(task).toMatchObject({ kind: "left-behind", needs: expect.stringContaining("photos") });
    expect(task?.dueAt).toBe(new Date(world.clock.now().getTime() + 3 * DAY_MS).toISOString());

    world.store("photos").unlock();
    world.clock.advance(DAY_MS);
    expect((await world.drainAndRun(requestId)).progress.state).toBe("completed");
    expect(await openKinds()).toEqual([]);
  });

  it("asks for one on the day on which a lock ends, and on no other", async () => {
    const person = world.settle("1", 3);
    const until = "2026-12-01T00:00:00.000Z";
    world.store("portraits").put(person, ["kept"]);
    world.store("portraits").lock(person, "kept", until);
    await world.drainAndRun(await world.open(person));
    expect(await world.tasks.listOpen(10)).toMatchObject([{ kind: "lock-ends", dueAt: until }]);
  });

  it("asks for a second person as long as a plan waits for one", async () => {
    const requestId = await world.open(world.settle("1", 3), GRACE);
    await world.drain();
    expect(await world.tasks.listOpen(10)).toMatchObject([{ kind: "approve-plan", requestId }]);
    const { progress } = await world.read(requestId);
    const planDigest = "planDigest" in progress ? progress.planDigest : "";
    await approveRequest(world, { requestId, planDigest, by: "ada" });
    await world.drain();
    expect(await openKinds()).toEqual([]);
    expect((await world.tasks.list(1))[0]?.progress).toMatchObject({
      evidence: { reference: `plan ${planDigest}` },
    });
  });

  it("asks for one when the drain cannot move it on for three minutes, and not when it could not once", async () => {
    const requestId = await world.open(world.settle("1", 3), GRACE);
    const storesFor = () => Promise.reject(new TypeError("no bindings"));
    for (let minute = 0; minute < 3; minute += 1) {
      await drainDueRequests({ ...world, storesFor });
      expect(await openKinds()).toEqual([]);
      world.clock.advance(MINUTE_MS);
    }
    await drainDueRequests({ ...world, storesFor });
    expect(await world.tasks.listOpen(10)).toMatchObject([{ kind: "keeps-failing", requestId }]);
  });

  it("asks for one when its execution can never be started", async () => {
    const requestId = await world.open(world.settle("1", 3));
    const executions = { ...world.executions, start: () => Promise.reject(new TypeError("away")) };
    for (let minute = 0; minute < 5; minute += 1) {
      await drainDueRequests({ ...world, executions });
      world.clock.advance(MINUTE_MS);
    }
    expect(await world.tasks.listOpen(10)).toMatchObject([{ kind: "keeps-failing", requestId }]);
    await world.drain();
    expect(world.executions.started).toEqual([`${requestId}-1`]);
  });

  it("keeps the drain going when tasks cannot be written either, and says both", async () => {
    const requestId = await world.open(world.settle("1", 3), GRACE);
    world.clock.advance(5 * MINUTE_MS);
    const other = await world.open(world.settle("2", 3));
    const storesFor = () => Promise.reject(new TypeError("no bindings"));
    const tasks = { ...world.tasks, open: () => Promise.reject(new RangeError("no table")) };
    const { failed } = await drainDueRequests({ ...world, storesFor, tasks });
    expect(failed.map((one) => [one.requestId, one.cause instanceof RangeError])).toEqual([
      [requestId, false],
      [requestId, true],
    ]);
    expect((await world.read(other)).progress.state).toBe("running");
  });
});

describe("no dead end", () => {
  const STEPS = [
    "freeze-subject",
    "plan-erasure",
    "erase-stores",
    "verify-absence",
    "issue-certificate",
    "conclude-request",
  ];
  const trouble = fc.oneof(
    fc.constantFrom(...STEPS).map((step) => ({ kind: "step fails", step }) as const),
    fc.constant({ kind: "run is lost" } as const),
    fc.constant({ kind: "start fails" } as const),
    fc.constant({ kind: "drain fails" } as const),
  );

  it("whatever fails, in any order: what has not ended has a date, and after three failures a person is asked", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(trouble, { minLength: 1, maxLength: 8 }),
        fc.boolean(),
        async (troubles, byStaff) => {
          world = await erasureWorld();
          const requestId = await world.open(world.settle("1", 3), byStaff ? GRACE : { kind: "subject" });
          let failures = 0;
          for (const one of troubles) {
            const before = await world.read(requestId);
            if (before.progress.state === "waiting-for-approval") {
              expect(await openKinds()).toContain("approve-plan");
              await approveRequest(world, { requestId, planDigest: before.progress.planDigest, by: "ada" });
            }
            await befall(one, requestId);
            const after = await world.read(requestId);
            if (after.progress.state === "waiting" && after.attempt > failures) failures = after.attempt;
            if (!isEnded(after)) expect(dueAt(after)).toBeDefined();
            if (!isEnded(after) && failures >= 3) expect(await openKinds()).toContain("keeps-failing");
            world.clock.set(laterOf(world.clock.now(), dueAt(after)));
          }
          for (let more = 0; more < 6 && !isEnded(await world.read(requestId)); more += 1) {
            const { progress } = await world.read(requestId);
            if (progress.state === "waiting-for-approval")
              await approveRequest(world, { requestId, planDigest: progress.planDigest, by: "ada" });
            const at = await world.drainAndRun(requestId);
            world.clock.set(laterOf(world.clock.now(), dueAt(at)));
          }
          expect((await world.read(requestId)).progress.state).toBe("completed");
          expect(await openKinds()).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });

  async function befall(
    one: { readonly kind: string; readonly step?: string },
    requestId: string,
  ): Promise<void> {
    const away = () => Promise.reject(new TypeError("away"));
    if (one.kind === "drain fails") await drainDueRequests({ ...world, storesFor: away });
    if (one.kind === "start fails")
      await drainDueRequests({ ...world, executions: { ...world.executions, start: away } });
    await world.drain();
    const { progress, attempt } = await world.read(requestId);
    if (progress.state !== "running") return;
    if (one.kind === "run is lost" || one.kind === "start fails") {
      world.executions.end(requestId, attempt);
      world.clock.advance(MINUTE_MS);
      return void (await world.drain());
    }
    await world.run(requestId, (step) => {
      if (step === (one.step ?? "erase-stores")) throw new TypeError("it broke");
    });
  }

  function laterOf(now: Date, due: string | undefined): string {
    const at = now.toISOString();
    return due !== undefined && due > at ? due : at;
  }
});

describe("calls that failed and nobody waited for", () => {
  const of = { service: "dream-portraits", region: "eu-central-1" };

  it("ask for a person, once, while there are any", async () => {
    expect(await watchDeadLetters(world, of)).toBe(0);
    expect(await openKinds()).toEqual([]);
    world.deadLetters.hold(2, 3600);
    expect(await watchDeadLetters(world, of)).toBe(2);
    world.clock.advance(MINUTE_MS);
    await watchDeadLetters(world, of);
    expect(await openKinds()).toEqual(["dead-letter"]);
    expect((await world.tasks.listOpen(1))[0]).not.toHaveProperty("requestId");
  });

  it("ask again for those that come after a person has closed the task", async () => {
    world.deadLetters.hold(1, 60);
    await watchDeadLetters(world, of);
    const [task] = await world.tasks.listOpen(1);
    const { policy } = world.compiled;
    await closeTask(world, task?.taskId ?? "", { by: GRACE, evidence: EVIDENCE, policy });
    world.clock.advance(MINUTE_MS);
    await watchDeadLetters(world, of);
    expect(await openKinds()).toEqual(["dead-letter"]);
  });
});

describe("the closing of a task", () => {
  it("keeps who did it, when, and what shows it, for as long as the request is kept", async () => {
    world.deadLetters.hold(1, 60);
    await watchDeadLetters(world, { service: "dream-portraits", region: "eu-central-1" });
    const [task] = await world.tasks.listOpen(1);
    const { policy } = world.compiled;
    const closing = { by: GRACE, evidence: EVIDENCE, policy };

    expect(await closeTask(world, task?.taskId ?? "", closing)).toMatchObject({ closed: true });
    const days = policy.ownRecords.find(({ record }) => record === "request")?.retentionDays ?? 0;
    expect((await world.tasks.read(task?.taskId ?? ""))?.progress).toEqual({
      state: "done",
      by: GRACE,
      at: world.clock.now().toISOString(),
      evidence: EVIDENCE,
      expiresAtEpochSeconds: Math.floor(world.clock.now().getTime() / 1000) + days * 86_400,
    });
    expect(await closeTask(world, "tsk_00000000000000000000000000", closing)).toEqual({
      closed: false,
      because: "no-such-task",
    });
  });
});

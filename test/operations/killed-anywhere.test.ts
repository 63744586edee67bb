import { describe, expect, it } from "vitest";
import type { SubjectId } from "../../shared/domain/erasure/subject-id.ts";
import { isSealed } from "../../shared/domain/ledger/lane.ts";
import { verifyCertificate } from "../../shared/domain/ledger/verify-certificate.ts";
import { checkLedger } from "../../shared/operations/check-ledger.ts";
import { drainDueRequests } from "../../shared/operations/drain-due-requests.ts";
import { recordFailure } from "../../shared/operations/record-failure.ts";
import { certificateOf } from "../world/certificate-of.ts";
import { type ErasureWorld, erasureWorld, runSteps } from "../world/erasure-world.ts";
import { untilNothingIsDue } from "../world/look-again.ts";
import { type MortalProcess, mortalProcess, ProcessKilled } from "../world/mortal-process.ts";
import { portsThrough } from "../world/ports-through.ts";

/** Three batches of each store, so that processes die between batches too. */
const ENTRIES = 25;
const SIDES = ["before", "after"] as const;
const MINUTE_MS = 60_000;

/** What becomes of a run whose process was killed; each comes to the end of `world.read(requestId)`. */
const AFTERWARDS = {
  "the function is invoked again": invokedAgain,
  "the run ends with its reason, and the next attempt goes on": async (world, requestId, process) => {
    const step = await world.stepOf(requestId);
    await once(world, requestId, process).catch((error) => recordFailure(world, step, error.name));
    await nextAttempt(world, requestId, /stopped with/);
  },
  "the run is lost without a word, and the next attempt goes on": async (world, requestId, process) => {
    await once(world, requestId, process).catch((error) => {
      if (!process.isDead) throw error;
    });
    await nextAttempt(world, requestId, /ended without a word/);
  },
} as const satisfies Record<
  string,
  (world: ErasureWorld, requestId: string, process: MortalProcess) => Promise<void>
>;

describe.each(Object.entries(AFTERWARDS))(
  "a process killed at any call of an erasure, when %s",
  (_, goOn) => {
    it.each(SIDES)("comes to the same end, killed %s the call", async (side) => {
      for (let atCall = 0; ; atCall += 1) {
        const { world, person, neighbour, requestId } = await begun();
        const process = mortalProcess({ atCall, side });

        await goOn(world, requestId, process);

        const where = `killed ${side} call ${atCall}, ${process.calls[atCall]}`;
        await expectErased(world, person, requestId, where);
        for (const store of world.stores) expect(store.holds(neighbour), where).not.toEqual([]);
        const isLastCallSeen = process.calls.length <= atCall;
        // Fewer would mean that the loop saw a shorter workflow than there is.
        if (isLastCallSeen) return expect(atCall).toBeGreaterThan(100);
      }
    });
  },
);

describe("a process killed at two calls of an erasure", () => {
  // Every first call, and of the second ones every distance somewhere: all pairs would take minutes and show no more.
  it.each([1, 2, 5, 23])("comes to the same end, the second %i calls after the first", async (distance) => {
    for (let atCall = 0; ; atCall += 1) {
      const { world, person, neighbour, requestId } = await begun();
      const [side, other] =
        atCall % 2 === 0 ? (["before", "after"] as const) : (["after", "before"] as const);
      const deaths = [
        { atCall, side },
        { atCall: atCall + distance + (atCall % 3), side: other },
      ];
      const process = mortalProcess(...deaths);

      await invokedAgain(world, requestId, process);

      const where = `killed ${side} call ${atCall} and ${other} call ${deaths[1]?.atCall}`;
      await expectErased(world, person, requestId, where);
      for (const store of world.stores) expect(store.holds(neighbour), where).not.toEqual([]);
      if (process.calls.length <= atCall) return expect(atCall).toBeGreaterThan(100);
    }
  });

  it("comes to the same end when the attempt after the one that was lost is lost too", async () => {
    for (let atCall = 0; ; atCall += 1) {
      const { world, person, requestId } = await begun();
      const process = mortalProcess({ atCall, side: "after" });
      await once(world, requestId, process).catch(ofDeath(process));
      world.executions.end(requestId, 1);
      for (let attempt = 2; (await world.read(requestId)).progress.state !== "completed"; attempt += 1) {
        world.clock.advance(16 * MINUTE_MS);
        await world.drain();
        if ((await world.read(requestId)).progress.state !== "running") continue;
        const next = mortalProcess({ atCall: attempt === 2 ? Math.floor(atCall / 2) : -1, side: "before" });
        await once(world, requestId, next).catch(ofDeath(next));
        world.executions.end(requestId, (await world.read(requestId)).attempt);
      }
      await expectErased(world, person, requestId, `attempt 1 killed at call ${atCall}`);
      if (process.calls.length <= atCall) return expect(atCall).toBeGreaterThan(100);
    }
  });
});

describe("a process killed at any call of a look at what has completed", () => {
  it.each(SIDES)("purges what came late all the same, killed %s the call", async (side) => {
    for (let atCall = 0; ; atCall += 1) {
      const { world, person, requestId } = await begun();
      await world.run(requestId);
      for (const store of world.stores) if (store.kind !== "cognito") store.put(person, ["late"]);
      world.clock.advance(5 * MINUTE_MS);
      await world.drain();
      const process = mortalProcess({ atCall, side });

      await once(world, requestId, process).catch(ofDeath(process));
      world.executions.end(requestId, 2);
      const over = await untilNothingIsDue(world, requestId);

      const where = `killed ${side} call ${atCall}, ${process.calls[atCall]}`;
      expect(over.progress.state, where).toBe("completed");
      for (const store of world.stores) expect(store.holds(person), where).toEqual([]);
      expect((await certificateOf(world, requestId)).body, where).toMatchObject({
        gaps: [],
        lateWrites: { purged: world.stores.length - 1 },
      });
      expect(world.letters.sent, where).toHaveLength(1);
      if (process.calls.length <= atCall) return expect(atCall).toBeGreaterThan(60);
    }
  });
});

describe("a process killed while it opens or drains", () => {
  it.each(SIDES)("loses no request and runs none twice, killed %s the call", async (side) => {
    for (let atCall = 0; ; atCall += 1) {
      const world = await erasureWorld();
      const person = world.settle("1", ENTRIES);
      const process = mortalProcess({ atCall, side });
      const ports = {
        ...world,
        register: process.reaching("register", world.register),
        subjectKeys: process.reaching("subjectKeys", world.subjectKeys),
        executions: process.reaching("executions", world.executions),
        tasks: process.reaching("tasks", world.tasks),
      };

      await world.open(person, { kind: "subject" }, ports).catch(onlyKilled);
      await drainDueRequests(ports).catch(onlyKilled);
      process.replace();
      const requestId = await world.open(person);
      for (let tries = 0; tries < 3; tries += 1) {
        await world.drain();
        const hasStarted = (await world.executions.statusOf(await world.read(requestId))) === "running";
        if (hasStarted) await world.run(requestId);
        world.clock.advance(MINUTE_MS);
      }

      const where = `killed ${side} call ${atCall}, ${process.calls[atCall]}`;
      expect(await world.register.list(10), where).toHaveLength(1);
      expect(world.executions.started, where).toEqual([`${requestId}-1`]);
      await expectErased(world, person, requestId, where);
      if (process.calls.length <= atCall) return expect(atCall).toBeGreaterThan(4);
    }
  });
});

async function begun() {
  const world = await erasureWorld();
  const [person, neighbour] = [world.settle("1", ENTRIES), world.settle("10", ENTRIES)];
  const requestId = await world.open(person);
  await world.drain();
  return { world, person, neighbour, requestId };
}

async function invokedAgain(world: ErasureWorld, requestId: string, process: MortalProcess): Promise<void> {
  await runSteps(portsThrough(process, world), await world.stepOf(requestId), async (_name, operation) => {
    for (;;) {
      try {
        return await operation();
      } catch (error) {
        if (!process.isDead) throw error;
        process.replace();
      }
    }
  });
}

async function once(world: ErasureWorld, requestId: string, process: MortalProcess): Promise<void> {
  await runSteps(portsThrough(process, world), await world.stepOf(requestId), (_name, operation) =>
    operation(),
  );
}

/** Waits honestly, with its reason, unless the run had come to its end already. */
async function nextAttempt(world: ErasureWorld, requestId: string, reason: RegExp): Promise<void> {
  world.executions.end(requestId, 1);
  if ((await world.read(requestId)).progress.state === "running") {
    world.clock.advance(MINUTE_MS);
    await world.drain();
  }
  const { progress } = await world.read(requestId);
  if (progress.state === "completed") return;
  expect(progress).toMatchObject({ state: "waiting", reason: expect.stringMatching(reason) });
  world.clock.advance(MINUTE_MS);
  await world.drainAndRun(requestId);
}

/** The one end: nothing left, nothing forgotten, nothing said that the evidence does not hold. */
async function expectErased(
  world: ErasureWorld,
  person: SubjectId,
  requestId: string,
  where: string,
): Promise<void> {
  const request = await world.read(requestId);
  expect(request.progress.state, where).toBe("completed");
  for (const store of world.stores) expect(store.holds(person), where).toEqual([]);

  const key = "certificateKey" in request.progress ? request.progress.certificateKey : undefined;
  const text = key && (await world.records.readCertificate(key));
  const verification = verifyCertificate(text ?? "", [world.key]);
  if (!verification.valid) throw new Error(`${where}: ${verification.why}`);
  const { final, stores } = verification.body;
  expect(final, where).toBe(true);
  expect(
    stores.map(({ found, deleted, left }) => [found, deleted, left]),
    where,
  ).toEqual(world.stores.map(({ kind }) => (kind === "cognito" ? [1, 1, 0] : [ENTRIES, ENTRIES, 0])));

  expect((await checkLedger(world)).findings, where).toEqual([]);
  for (const { id } of stores) {
    expect(isSealed(await world.ledger.readLane(`${requestId}/${request.attempt}/${id}`)), where).toBe(true);
  }
  // The letter may come twice, when a process dies between sending it and noting that; never not at all.
  expect([1, 2], where).toContain(world.letters.sent.length);
  expect(await world.register.readContact(requestId), where).toBeUndefined();
  expect(await untilNothingIsDue(world, requestId), where).not.toHaveProperty("subjectId");
}

/** Whatever a dead process ends with. */
function ofDeath(process: MortalProcess): (error: unknown) => void {
  return (error) => {
    if (!process.isDead) throw error;
  };
}

function onlyKilled(error: unknown): void {
  if (!(error instanceof ProcessKilled)) throw error;
}

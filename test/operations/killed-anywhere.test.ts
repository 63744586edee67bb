import { describe, expect, it } from "vitest";
import type { SubjectId } from "../../shared/domain/erasure/subject-id.ts";
import { isSealed } from "../../shared/domain/ledger/lane.ts";
import { verifyCertificate } from "../../shared/domain/ledger/verify-certificate.ts";
import { checkLedger } from "../../shared/operations/check-ledger.ts";
import { drainDueRequests } from "../../shared/operations/drain-due-requests.ts";
import { recordFailure } from "../../shared/operations/record-failure.ts";
import { type ErasureWorld, erasureWorld, runSteps, type StepPorts } from "../world/erasure-world.ts";
import { type MortalProcess, mortalProcess, ProcessKilled } from "../world/mortal-process.ts";

/** Three batches of each store, so that processes die between batches too. */
const ENTRIES = 25;
const SIDES = ["before", "after"] as const;
const MINUTE_MS = 60_000;

/** What becomes of a run whose process was killed; each comes to the end of `world.read(requestId)`. */
const AFTERWARDS = {
  "the function is invoked again": async (world: ErasureWorld, requestId: string, process: MortalProcess) => {
    await runSteps(portsOf(world, process), await world.stepOf(requestId), async (_name, operation) => {
      try {
        return await operation();
      } catch (error) {
        if (!process.isDead) throw error;
        process.replace();
        return operation();
      }
    });
  },
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
      await expectErased(world, person, requestId, where);
      expect(await world.register.list(10), where).toHaveLength(1);
      expect(world.executions.started, where).toEqual([`${requestId}-1`]);
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

/** Every port through one process. */
function portsOf(world: ErasureWorld, process: MortalProcess): StepPorts {
  return {
    ...world,
    stores: world.stores.map((store) => ({
      ...store,
      finder: process.reaching(`${store.storeId}.finder`, store.finder),
      eraser: process.reaching(`${store.storeId}.eraser`, store.eraser),
      verifier: process.reaching(`${store.storeId}.verifier`, store.verifier),
    })),
    register: process.reaching("register", world.register),
    tombstones: process.reaching("tombstones", world.tombstones),
    accounts: process.reaching("accounts", world.accounts),
    letters: process.reaching("letters", world.letters),
    records: process.reaching("records", world.records),
    ledger: process.reaching("ledger", world.ledger),
    tree: process.reaching("tree", world.tree),
    signer: process.reaching("signer", { ...world.signer }),
    anchors: process.reaching("anchors", world.anchors),
  };
}

async function once(world: ErasureWorld, requestId: string, process: MortalProcess): Promise<void> {
  await runSteps(portsOf(world, process), await world.stepOf(requestId), (_name, operation) => operation());
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
  expect(request, where).not.toHaveProperty("subjectId");
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
}

function onlyKilled(error: unknown): void {
  if (!(error instanceof ProcessKilled)) throw error;
}

import { describe, expect, it } from "vitest";
import { drainDueRequests } from "../../shared/operations/drain-due-requests.ts";
import { recordFailure } from "../../shared/operations/record-failure.ts";
import { type ErasureWorld, erasureWorld } from "../world/erasure-world.ts";
import {
  begun,
  ENTRIES,
  expectErased,
  invokedAgain,
  once,
  onlyKilled,
  WITH_INVOICES,
} from "../world/killed.ts";
import { type MortalProcess, mortalProcess } from "../world/mortal-process.ts";

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

describe("a process killed while it opens or drains", () => {
  it.each(SIDES)("loses no request and runs none twice, killed %s the call", async (side) => {
    for (let atCall = 0; ; atCall += 1) {
      const world = await erasureWorld({}, WITH_INVOICES);
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

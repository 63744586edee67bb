import { describe, expect, it } from "vitest";
import { certificateOf } from "../world/certificate-of.ts";
import { begun, expectErased, invokedAgain, ofDeath, once } from "../world/killed.ts";
import { untilNothingIsDue } from "../world/look-again.ts";
import { mortalProcess } from "../world/mortal-process.ts";

const SIDES = ["before", "after"] as const;
const MINUTE_MS = 60_000;
/** Every call of an erasure, each in a world of its own, on a slow machine. */
const TIMEOUT_MS = 60_000;

describe("a process killed at two calls of an erasure", { timeout: TIMEOUT_MS }, () => {
  // Every first call, and of the second ones every distance somewhere: all pairs would take minutes and show no more.
  it.each([1, 5, 23])("comes to the same end, the second %i calls after the first", async (distance) => {
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
      await expectErased(world, person, requestId, where, deaths.length);
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
      await expectErased(world, person, requestId, `attempt 1 killed at call ${atCall}`, 2);
      if (process.calls.length <= atCall) return expect(atCall).toBeGreaterThan(100);
    }
  });
});

describe("a process killed at any call of a look at what has completed", { timeout: TIMEOUT_MS }, () => {
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
        // The account is disabled, and what comes late into the invoices is kept with the others.
        lateWrites: { purged: world.stores.length - 2 },
      });
      expect(world.retainedStore("invoices").kept(person), where).toContain("late");
      expect(world.letters.sent, where).toHaveLength(1);
      if (process.calls.length <= atCall) return expect(atCall).toBeGreaterThan(60);
    }
  });
});

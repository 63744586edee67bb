import { describe, expect, it } from "vitest";
import { sealIdOf } from "../../shared/domain/holds/hold-id.ts";
import { checkLedger } from "../../shared/operations/check-ledger.ts";
import { certificateOf } from "../world/certificate-of.ts";
import { type ErasureWorld, runSteps } from "../world/erasure-world.ts";
import { invokedAgain } from "../world/killed.ts";
import { mortalProcess } from "../world/mortal-process.ts";
import { portsThrough } from "../world/ports-through.ts";
import {
  approved,
  countsOf,
  ENTRIES,
  NOT_SEALED,
  openSealing,
  SEALED,
  worldWithPerson,
} from "../world/sealed-story.ts";
import { uploading } from "../world/uploading.ts";

const SIDES = ["before", "after"] as const;

/** Returns a sealing that has begun, and nothing of it done yet. */
async function begun() {
  const { world, person } = await worldWithPerson();
  const requestId = await openSealing(world, person);
  await approved(world, requestId);
  return { world, person, requestId };
}

/** Returns the world with the stores alone that a sealing is about. */
function withSealedStores(world: ErasureWorld): ErasureWorld {
  return { ...world, stores: world.stores.filter(({ storeId }) => SEALED.includes(storeId)) };
}

describe("a process killed at any call of a sealing", () => {
  it.each(SIDES)("seals once, deletes nothing and certifies it, killed %s the call", async (side) => {
    for (let atCall = 0; ; atCall += 1) {
      const { world, person, requestId } = await begun();
      const process = mortalProcess({ atCall, side });
      await invokedAgain(withSealedStores(world), requestId, process);
      world.executions.end(requestId, 1);

      const where = `killed ${side} call ${atCall}, ${process.calls[atCall]}`;
      expect((await world.read(requestId)).progress, where).toMatchObject({
        state: "waiting",
        waitsFor: { kind: "end-of-seal", holdId: sealIdOf(requestId) },
      });
      expect(await world.holds.active(), where).toHaveLength(1);
      expect(countsOf(world, person, [...SEALED, ...NOT_SEALED]), where).toEqual([
        ...[ENTRIES, ENTRIES, ENTRIES, ENTRIES],
        1,
      ]);
      const { body } = await certificateOf(world, requestId);
      expect([body.final, body.stores.map(({ retained }) => retained)], where).toEqual([
        false,
        [ENTRIES, ENTRIES, 1],
      ]);
      expect((await checkLedger(world)).findings, where).toEqual([]);
      expect(await world.tasks.openAbout(requestId), where).toHaveLength(1);
      expect(world.letters.sent, where).toEqual([]);
      if (process.calls.length <= atCall) return expect(atCall).toBeGreaterThan(50);
    }
  });
});

describe("an upload at any call of a sealing", () => {
  it("is under the seal, and counted by it or by the next look", async () => {
    for (let atCall = 0; ; atCall += 1) {
      const { world, person, requestId } = await begun();
      let came = 0;
      const passage = uploading({ atCall, side: "before", isThere: () => false }, () => {
        world.store("portraits").put(person, ["upload"]);
        came = 1;
      });
      const ports = portsThrough(passage, withSealedStores(world));
      await runSteps(ports, await world.stepOf(requestId), (_name, step) => step());
      world.executions.end(requestId, 1);
      const where = `upload at call ${atCall}, ${passage.calls[atCall]}`;
      const { progress } = await world.read(requestId);
      // What came between the approval and the plan is for a second person to see first.
      if (progress.state === "waiting-for-approval") {
        await approved(world, requestId);
        await world.run(requestId);
      }
      expect(countsOf(world, person, ["portraits"]), where).toEqual([ENTRIES + came]);

      const erasure = await world.open(person);
      await world.drainAndRun(erasure);
      expect(countsOf(world, person, ["portraits"]), where).toEqual([ENTRIES + came]);
      if (passage.calls.length <= atCall) return expect(atCall).toBeGreaterThan(50);
      const late = await world.read(requestId);
      world.clock.set("dueAt" in late.progress ? (late.progress.dueAt ?? "") : "");
      await world.drainAndRun(requestId);
      const { body } = await certificateOf(world, requestId);
      expect(body.stores.find(({ id }) => id === "portraits")?.retained, where).toBe(ENTRIES + 1);
    }
  });
});

describe("a seal that is placed while an erasure runs", () => {
  it("keeps from its next call on what it covers, whichever store that is of", async () => {
    const different = new Set<string>();
    for (let atQuestion = 0; ; atQuestion += 1) {
      const { world, person } = await worldWithPerson();
      const erasure = await world.open(person);
      await world.drain();
      const sealing = await openSealing(world, person);
      let [asked, isSealed] = [0, false];
      let atSeal: readonly number[] = [];
      const holds = {
        ...world.holds,
        active: async () => {
          const mine = asked;
          asked += 1;
          if (mine === atQuestion) {
            for (let turns = 0; turns < 20; turns += 1) await Promise.resolve();
            await approved(world, sealing);
            await world.run(sealing);
            isSealed = true;
            atSeal = countsOf(world, person, SEALED);
          }
          return world.holds.active();
        },
      };
      await runSteps({ ...world, holds }, await world.stepOf(erasure), async (_, operation) => operation());
      world.executions.end(erasure, 1);
      if (!isSealed) break;

      const kept = countsOf(world, person, SEALED);
      different.add(kept.join());
      for (const [at, before] of atSeal.entries()) {
        // Another store may be between gate and call at that moment, and no further than that.
        expect(before - (kept[at] ?? 0), `seal at question ${atQuestion}`).toBeLessThanOrEqual(10);
      }
      const { body } = await certificateOf(world, erasure);
      expect(body.stores.reduce((sum, { retained }) => sum + retained, 0)).toBe(
        kept.reduce((sum, count) => sum + count, 0),
      );
    }
    expect(different.size).toBeGreaterThan(2);
  });
});

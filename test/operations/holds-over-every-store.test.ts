import { describe, expect, it } from "vitest";
import { newHoldId } from "../../shared/domain/holds/hold-id.ts";
import { placeHold } from "../../shared/operations/place-hold.ts";
import { releaseHold } from "../../shared/operations/release-hold.ts";
import { certificateOf } from "../world/certificate-of.ts";
import { type ErasureWorld, erasureWorld, runSteps } from "../world/erasure-world.ts";
import { WITH_INVOICES } from "../world/killed.ts";

const ENTRIES = 25;
const STAFF = { kind: "staff", name: "ada" } as const;
const EXCEPTION = { holdable: true, holdException: { promise: "DP1", legalBasis: "GDPR Art. 17(3)(e)" } };

/** As if every one of these categories might be held. */
const retention = (isHoldable: (category: string) => boolean) => ({
  retention: WITH_INVOICES.retention.map((rule) =>
    isHoldable(rule.category) ? { ...rule, ...EXCEPTION } : rule,
  ),
});

async function begun(isHoldable: (category: string) => boolean) {
  const world = await erasureWorld(retention(isHoldable), WITH_INVOICES);
  const [person, neighbour] = [world.settle("person-1", ENTRIES), world.settle("person-10", ENTRIES)];
  const requestId = await world.open(person);
  await world.drain();
  const left = () => world.stores.map((store) => [store.storeId, store.holds(person)] as const);
  return { world, person, neighbour, requestId, left };
}

async function holdOn(world: ErasureWorld, asked: Partial<Parameters<typeof placeHold>[2]>): Promise<string> {
  const why = {
    owner: "Legal",
    reason: "Claim 12",
    legalBasis: "GDPR Art. 17(3)(e)",
    reviewOn: "2027-06-01",
  };
  const holdId = newHoldId(world.clock.now(), new Uint8Array(10).fill(9));
  const region = "eu-central-1";
  const placed = await placeHold(world, world.compiled.policy, {
    holdId,
    ...why,
    by: STAFF,
    region,
    ...asked,
  });
  if (!placed.placed) throw new Error(placed.why);
  return placed.hold.holdId;
}

describe("a hold over a person who has something in every kind of store", () => {
  it("keeps in each all that is there, before whichever call of whichever store it comes", async () => {
    const kinds = new Set<string>();
    const different = new Set<string>();
    for (let reads = 0; ; reads += 1) {
      const { world, person, neighbour, requestId, left } = await begun(() => true);
      let [asked, holdId] = [0, ""];
      let atHold: ReturnType<typeof left> = [];
      const holds = {
        ...world.holds,
        active: async () => {
          if (asked === reads) {
            // Calls that were let through before are answered first, as by a store that is quick.
            for (let turns = 0; turns < 20; turns += 1) await Promise.resolve();
            holdId = await holdOn(world, { subject: person });
            atHold = left();
          }
          asked += 1;
          return world.holds.active();
        },
      };
      const step = await world.stepOf(requestId);
      await runSteps({ ...world, holds }, step, async (_name, operation) => operation());
      world.executions.end(requestId, step.attempt);
      if (holdId === "") break;

      // Other stores may be between the gate and the call at that moment, and no further than that.
      for (const [storeId, ids] of atHold) {
        const now = world.store(storeId).holds(person);
        expect(ids.length - now.length, `${storeId}, hold at question ${reads}`).toBeLessThanOrEqual(10);
        expect(ids, storeId).toEqual(expect.arrayContaining([...now]));
      }
      const kept = left().reduce((sum, [, ids]) => sum + ids.length, 0);
      different.add(JSON.stringify(left().map(([, ids]) => ids.length)));
      const { progress } = await world.read(requestId);
      expect(progress.state).toBe(kept > 0 ? "waiting" : "completed");
      const { body } = await certificateOf(world, requestId);
      expect(body.stores.reduce((sum, store) => sum + store.retained, 0)).toBe(kept);
      expect(body.stores.reduce((sum, store) => sum + store.left, 0)).toBe(0);
      for (const { kind, retained } of body.stores) if (retained > 0) kinds.add(kind);

      await releaseHold(world, world.compiled.policy, { holdId, by: STAFF });
      await world.drainAndRun(requestId);
      expect((await world.read(requestId)).progress.state).toBe("completed");
      for (const store of world.stores) {
        expect(store.holds(person)).toEqual([]);
        if (store.retention) expect(world.retainedStore(store.storeId).kept(person)).toHaveLength(ENTRIES);
        expect(store.holds(neighbour)).toHaveLength(store.kind === "cognito" ? 1 : ENTRIES);
      }
    }
    expect([...kinds].sort()).toEqual(["cognito", "dynamodb", "s3"]);
    expect(different.size).toBeGreaterThan(3);
  });

  it("keeps no account that may not be held, whose end is promised, for the sake of what may", async () => {
    const { world, person, requestId } = await begun((category) => category === "generated-image");
    await holdOn(world, { category: "generated-image" });
    await world.run(requestId);

    const { body } = await certificateOf(world, requestId);
    for (const { id, kind, retained, outcome } of body.stores) {
      const isHeld = id === "portraits";
      const isKept = isHeld || world.store(id).retention !== undefined;
      expect([id, retained > 0, outcome]).toEqual([id, isHeld, isKept ? "retained-until" : "deleted"]);
      if (kind === "cognito") expect(world.store(id).holds(person)).toEqual([]);
    }
    // The address to write to was kept when the account was frozen, and waits for the end.
    expect(await world.register.readContact(requestId)).toBeDefined();
    expect(world.letters.sent).toEqual([]);
  });
});

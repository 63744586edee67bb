import { beforeEach, describe, expect, it } from "vitest";
import { subjectReference } from "../../shared/domain/erasure/subject-reference.ts";
import { type ErasureWorld, erasureWorld } from "../world/erasure-world.ts";
import { untilNothingIsDue } from "../world/look-again.ts";

const ADDRESS = "1@people.example";
let world: ErasureWorld;

beforeEach(async () => {
  world = await erasureWorld();
});

describe("a person who was erased and signs up again", () => {
  it("has a new id, which no look at the old one touches, and which may sign in", async () => {
    const old = world.settle("1", 3);
    const requestId = await world.open(old);
    await world.drainAndRun(requestId);
    const anew = world.settle("7c1d", 3);
    world.accounts.open(anew, ADDRESS);

    await untilNothingIsDue(world, requestId);

    expect(world.accounts.maySignIn(anew)).toBe(true);
    for (const store of world.stores) {
      expect(store.holds(anew)).toHaveLength(store.kind === "cognito" ? 1 : 3);
      expect(store.holds(old)).toEqual([]);
    }
  });

  it("is covered by no tombstone of the old id", async () => {
    const requestId = await world.open(world.settle("1", 1));
    await world.drainAndRun(requestId);
    const key = await world.subjectKeys.current();
    const refOf = (id: string) =>
      subjectReference(key, world.compiled.policy.service.id, world.settle(id, 0));

    expect(await world.tombstones.read(refOf("1"), { scope: "account" })).toBeDefined();
    expect(await world.tombstones.read(refOf("7c1d"), { scope: "account" })).toBeUndefined();
  });

  it("could sign in with the old account until it was frozen, and not from then on", async () => {
    const old = world.settle("1", 3);
    const requestId = await world.open(old);
    expect(world.accounts.maySignIn(old)).toBe(true);
    await world.drain();
    const seen: boolean[] = [];
    await world.run(requestId, (step) => {
      if (step !== "freeze-subject") seen.push(world.accounts.maySignIn(old));
    });
    expect(new Set(seen)).toEqual(new Set([false]));
    expect(seen.length).toBeGreaterThan(5);
  });
});

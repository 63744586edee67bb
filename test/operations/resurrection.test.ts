import { beforeEach, describe, expect, it } from "vitest";
import { admission } from "../../client/admission.ts";
import { type SubjectId, subjectIdOf } from "../../shared/domain/erasure/subject-id.ts";
import { lookForReturned } from "../../shared/operations/look-for-returned.ts";
import { meetTombstones } from "../../shared/operations/meet-tombstones.ts";
import { type ErasureWorld, erasureWorld } from "../world/erasure-world.ts";
import { inMemoryListings } from "../world/listings.ts";
import { untilNothingIsDue } from "../world/look-again.ts";

const [OLD, NEW, NEIGHBOUR] = ["1", "7c1d", "10"].map(subjectIdOf);
const DAY_MS = 86_400_000;
let world: ErasureWorld;

beforeEach(async () => {
  world = await erasureWorld();
  await settled();
});

/** Somebody was erased, and every look at late writes is over; a neighbour is there. */
async function settled(): Promise<void> {
  world.settle("1", 2);
  world.settle("10", 2);
  const requestId = await world.open(OLD ?? subjectIdOf("1"));
  await world.drainAndRun(requestId);
  await untilNothingIsDue(world, requestId);
  world.clock.advance(DAY_MS);
}

const service = () => ({
  policy: world.compiled.policy,
  policyDigest: world.compiled.digest,
  region: "eu-central-1",
});

/** Runs what was opened since; everything of the erased is gone then, and of nobody else. */
async function cleared(): Promise<void> {
  for (const { requestId, progress } of await world.register.list(10)) {
    if (progress.state !== "completed") await world.drainAndRun(requestId);
  }
  for (const store of world.stores) {
    expect(store.holds(subjectIdOf("1")), store.storeId).toEqual([]);
    expect(store.holds(subjectIdOf("10"))).toHaveLength(store.kind === "cognito" ? 1 : 2);
  }
}

/** A day later everybody who is in a store is met with the tombstones. */
function lookedThrough(): Promise<number> {
  const everybody = [OLD, NEW, NEIGHBOUR].flatMap((one) => one ?? []);
  const people = world.stores.map((store) => ({
    storeId: store.storeId,
    async *list() {
      yield { people: everybody.filter((one: SubjectId) => store.holds(one).length > 0) };
    },
  }));
  return lookForReturned({ ...world, people, listings: inMemoryListings() }, service());
}

describe("somebody who was erased is brought back", () => {
  it("by a queue that tries again: what is stored then goes again, with a certificate", async () => {
    world.store("photos").put(subjectIdOf("1"), ["retried"]);
    const storedAt = world.clock.now().toISOString();
    expect(await meetTombstones(world, service(), [{ subject: subjectIdOf("1"), storedAt }])).toBe(1);
    await cleared();
  });

  it("by a late event of what went with them: nothing is opened for that", async () => {
    const [request] = await world.register.list(1);
    const storedAt = request?.openedAt ?? "";
    expect(await meetTombstones(world, service(), [{ subject: subjectIdOf("1"), storedAt }])).toBe(0);
    expect(await world.register.list(10)).toHaveLength(1);
  });

  it("by a sign-in through another directory: refused, and the account that it made goes", async () => {
    const { admits } = admission({ ...world, policy: async () => world.compiled });
    expect(await admits("1")).toBe(false);
    expect(await admits("10")).toBe(true);
    expect(await admits("7c1d")).toBe(true);
    world.store("accounts").put(subjectIdOf("1"), 1);
    world.accounts.open(subjectIdOf("1"), "1@people.example");
    expect(await lookedThrough()).toBe(1);
    await cleared();
    expect(world.accounts.maySignIn(subjectIdOf("1"))).toBe(false);
  });

  it.each(["an import", "a replica that fails back"])(
    "by %s, of which no event tells: found within a day",
    async () => {
      for (const store of world.stores) if (store.kind !== "cognito") store.put(subjectIdOf("1"), 3);
      expect(await lookedThrough()).toBeGreaterThan(0);
      await cleared();
    },
  );
});

describe("somebody who signs up anew", () => {
  it("has another id, which no tombstone meets, and keeps everything", async () => {
    world.settle("7c1d", 3);
    expect(await lookedThrough()).toBe(0);
    expect(await meetTombstones(world, service(), [{ subject: subjectIdOf("7c1d") }])).toBe(0);
    await cleared();
    for (const store of world.stores)
      expect(store.holds(subjectIdOf("7c1d"))).toHaveLength(store.kind === "cognito" ? 1 : 3);
  });

  it("is left alone while the erasure of another looks for late writes itself", async () => {
    world = await erasureWorld();
    const person = world.settle("1", 2);
    await world.drainAndRun(await world.open(person));
    expect(await meetTombstones(world, service(), [{ subject: person }])).toBe(0);
  });
});

import { beforeEach, describe, expect, it } from "vitest";
import { certificateOf } from "../world/certificate-of.ts";
import { type ErasureWorld, erasureWorld } from "../world/erasure-world.ts";

const DAY_MS = 86_400_000;
let world: ErasureWorld;

beforeEach(async () => {
  world = await erasureWorld();
});

/** What tells whose things are, and where to write to, is disabled first and deleted last. */
describe("the account of somebody who is erased", () => {
  it("is there, and disabled, until every other store has been emptied", async () => {
    const person = world.settle("1", 25);
    for (const store of world.stores.filter(({ kind }) => kind !== "cognito")) {
      const { erase } = store.eraser;
      store.eraser.erase = async (...args) => {
        const pass = await erase(...args);
        expect(world.store("accounts").holds(person)).toHaveLength(1);
        expect(world.accounts.maySignIn(person)).toBe(false);
        return pass;
      };
    }
    const requestId = await world.open(person);

    expect((await world.drainAndRun(requestId)).progress.state).toBe("completed");
    expect(world.store("accounts").holds(person)).toEqual([]);
  });

  it("stays while a store is away", async () => {
    const person = world.settle("1", 25);
    world.store("photos").failNext("erase", new Error("away"), 1);
    const requestId = await world.open(person);

    expect((await world.drainAndRun(requestId)).progress.state).toBe("waiting");
    expect(world.store("accounts").holds(person)).toHaveLength(1);
    expect(await world.accounts.addressOf(person)).toBe("1@people.example");

    world.clock.advance(60_000);
    expect((await world.drainAndRun(requestId)).progress.state).toBe("completed");
    expect(world.store("accounts").holds(person)).toEqual([]);
  });

  it("stays as long as a lock does, is certified so, and goes with what was locked", async () => {
    const person = world.settle("1", 0);
    const until = "2026-12-01T00:00:00.000Z";
    world.store("portraits").put(person, ["a", "b"]);
    world.store("portraits").lock(person, "b", until);
    const requestId = await world.open(person);

    expect((await world.drainAndRun(requestId)).progress).toMatchObject({ state: "waiting", dueAt: until });
    const first = await certificateOf(world, requestId);
    const account = { id: "accounts", found: 1, deleted: 0, left: 0, retained: 1, verifiedFound: 1 };
    expect(first.body.stores).toContainEqual(
      expect.objectContaining({ ...account, outcome: "retained-until" }),
    );
    expect(world.accounts.maySignIn(person)).toBe(false);

    world.store("portraits").unlock();
    world.clock.set(until);
    expect((await world.drainAndRun(requestId)).progress.state).toBe("completed");
    expect(world.store("accounts").holds(person)).toEqual([]);
    expect(world.letters.sent.map(({ to }) => to)).toEqual(["1@people.example"]);
  });

  it("stays while something is refused for no known time, and says that it waits for the others", async () => {
    const person = world.settle("1", 0);
    world.store("photos").put(person, ["refused"]);
    world.store("photos").lock(person, "refused");
    const requestId = await world.open(person);

    for (let day = 1; day <= 2; day += 1) {
      expect((await world.drainAndRun(requestId)).progress.state).toBe("waiting");
      const { body } = await certificateOf(world, requestId);
      const account = body.stores.find(({ id }) => id === "accounts");
      expect(account).toMatchObject({ found: 1, deleted: 0, left: 1, outcome: "not-possible" });
      expect(account?.leftBehind.map(({ code }) => code)).toEqual(["OtherStoresFirst"]);
      world.clock.advance(DAY_MS);
    }
  });

  it("holds nothing up that nobody has", async () => {
    const person = world.settle("1", 1);
    world
      .store("accounts")
      .eraser.erase(
        person,
        { mayDelete: async (free) => ({ proceed: true, free, held: [] }) },
        async () => undefined,
      );
    world.store("photos").lock(person, "entry-0", "2026-12-01T00:00:00.000Z");
    const requestId = await world.open(person);

    expect((await world.drainAndRun(requestId)).progress.state).toBe("waiting");
    const { body } = await certificateOf(world, requestId);
    expect(body.stores.find(({ id }) => id === "accounts")).toMatchObject({
      found: 0,
      outcome: "already-absent",
    });
  });
});

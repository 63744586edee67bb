import { beforeEach, describe, expect, it } from "vitest";
import { subjectIdOf } from "../../shared/domain/erasure/subject-id.ts";
import { checkLedger } from "../../shared/operations/check-ledger.ts";
import { certificateOf } from "../world/certificate-of.ts";
import { type ErasureWorld, erasureWorld } from "../world/erasure-world.ts";
import { untilNothingIsDue } from "../world/look-again.ts";

let world: ErasureWorld;

beforeEach(async () => {
  world = await erasureWorld();
});

describe("the erasure of an account", () => {
  it("empties every store, leaves the others alone, and certifies it", async () => {
    const [person, neighbour] = [world.settle("1", 25), world.settle("10", 25)];
    const requestId = await world.open(person);

    const request = await world.drainAndRun(requestId);

    expect(request.progress.state).toBe("completed");
    for (const store of world.stores) {
      expect(store.holds(person)).toEqual([]);
      expect(store.holds(neighbour)).toHaveLength(store.kind === "cognito" ? 1 : 25);
    }
    const { body } = await certificateOf(world, requestId);
    expect(body.final).toBe(true);
    expect(body.stores.map(({ id, found, deleted, outcome }) => [id, found, deleted, outcome])).toEqual([
      ["photos", 25, 25, "deleted"],
      ["portraits", 25, 25, "deleted"],
      ["landmarks", 25, 25, "deleted"],
      ["catalogue", 25, 25, "deleted"],
      ["accounts", 1, 1, "deleted"],
    ]);
    expect((await checkLedger(world)).findings).toEqual([]);
  });

  it("closes the account before anything is deleted, and tells the person when all is", async () => {
    const person = world.settle("1", 3);
    const requestId = await world.open(person);
    await world.drain();
    await world.run(requestId, (step) => {
      if (step === "erase-stores") expect(world.accounts.maySignIn(person)).toBe(false);
      if (step === "conclude-request") expect(world.letters.sent).toEqual([]);
    });

    expect(world.letters.sent.map(({ to }) => to)).toEqual(["1@people.example"]);
    expect(await world.register.readContact(requestId)).toBeUndefined();
    expect(await untilNothingIsDue(world, requestId)).not.toHaveProperty("subjectId");
  });

  it("is not over while the letter cannot be sent: it waits with its reason, and sends it later", async () => {
    const requestId = await world.open(world.settle("1", 3));
    await world.drain();
    world.letters.failNext(new TypeError("away"));
    await world.run(requestId);
    expect((await world.read(requestId)).progress).toMatchObject({
      state: "waiting",
      reason: expect.stringContaining("TypeError"),
    });

    world.clock.advance(60_000);
    expect((await world.drainAndRun(requestId)).progress.state).toBe("completed");
    expect(world.letters.sent).toHaveLength(1);
  });

  it("ends although the watch writes to the request at the same moment", async () => {
    const requestId = await world.open(world.settle("1", 3));
    await world.drain();
    await world.run(requestId, (step) => {
      if (step !== "conclude-request") return;
      world.letters.whenNextSent(async () => {
        world.clock.advance(60_000);
        await world.drain();
      });
    });

    expect((await world.read(requestId)).progress.state).toBe("completed");
    expect(world.letters.sent).toHaveLength(1);
  });

  it("ends with every store already absent for a person nobody knows", async () => {
    const requestId = await world.open(subjectIdOf("nobody"));

    expect((await world.drainAndRun(requestId)).progress.state).toBe("completed");
    const { body } = await certificateOf(world, requestId);
    expect(body.stores.map(({ outcome }) => outcome)).toEqual(world.stores.map(() => "already-absent"));
    expect(world.letters.sent).toEqual([]);
  });

  it("names nobody in ledger, tree, checkpoints and certificate", async () => {
    const person = world.settle("person-who-must-not-be-named", 3);
    const requestId = await world.open(person);
    await world.drainAndRun(requestId);

    const evidence = JSON.stringify([
      [...world.ledger.stored.values()],
      world.tree.leaves,
      [...world.anchors.checkpointTexts.values()],
      await certificateOf(world, requestId),
    ]);
    expect(evidence).toContain(requestId);
    expect(evidence).not.toContain("must-not-be-named");
    expect(JSON.stringify([...world.anchors.checkpointTexts.values(), world.tree.leaves])).not.toContain(
      "v1_",
    );
  });

  it("writes intent before effect and outcome after, and nothing once the lane is closed", async () => {
    const requestId = await world.open(world.settle("1", 3));
    await world.drainAndRun(requestId);

    const kinds = (await world.ledger.readLane(`${requestId}/1/photos`)).map(({ body }) => body.kind);
    expect(kinds).toEqual(["erase-intended", "erase-ended", "sealed"]);
  });
});

describe("two erasures of one person", () => {
  it("that come together are one", async () => {
    const person = world.settle("1", 5);
    const [one, other] = await Promise.all([world.open(person), world.open(person)]);
    expect(one).toBe(other);
    await world.drainAndRun(one ?? "");
    expect(world.executions.started).toHaveLength(1);
  });

  it("that come one after the other are two, and the second finds nothing", async () => {
    const person = world.settle("1", 5);
    const first = await world.open(person);
    await world.drainAndRun(first);
    world.clock.advance(1000);
    const second = await world.open(person);

    expect(second).not.toBe(first);
    expect((await world.drainAndRun(second)).progress.state).toBe("completed");
    expect(
      (await certificateOf(world, second)).body.stores.every(({ outcome }) => outcome === "already-absent"),
    ).toBe(true);
  });
});

import { beforeEach, describe, expect, it } from "vitest";
import { subjectIdOf } from "../../shared/domain/erasure/subject-id.ts";
import type { CertificateFile } from "../../shared/domain/ledger/certificate.ts";
import { CertificateFileSchema } from "../../shared/domain/ledger/certificate.ts";
import { verifyCertificate } from "../../shared/domain/ledger/verify-certificate.ts";
import { approveRequest } from "../../shared/operations/approve-request.ts";
import { checkLedger } from "../../shared/operations/check-ledger.ts";
import { drainDueRequests } from "../../shared/operations/drain-due-requests.ts";
import { eraseStores, SubjectNotFrozen } from "../../shared/operations/erase-stores.ts";
import { issueCertificate, StoreNotVerified } from "../../shared/operations/issue-certificate.ts";
import { RequestNotRunning } from "../../shared/operations/running-request.ts";
import { type ErasureWorld, erasureWorld } from "../world/erasure-world.ts";

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
    const { body } = await certificateOf(requestId);
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
    expect(await world.read(requestId)).not.toHaveProperty("subjectId");
  });

  it("ends with every store already absent for a person nobody knows", async () => {
    const requestId = await world.open(subjectIdOf("nobody"));

    expect((await world.drainAndRun(requestId)).progress.state).toBe("completed");
    const { body } = await certificateOf(requestId);
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
      await certificateOf(requestId),
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

describe("an erasure that meets trouble", () => {
  it.each([
    "freeze-subject",
    "plan-erasure",
    "erase-stores",
    "ask-processors",
    "bound-backups",
    "verify-absence",
    "issue-certificate",
    "conclude-request",
  ])("waits with its reason when %s fails for good, and the next attempt completes it", async (broken) => {
    const person = world.settle("1", 25);
    const requestId = await world.open(person);
    await world.drain();
    await world.run(requestId, (step) => {
      if (step === broken) throw new TypeError("it broke");
    });

    const waiting = await world.read(requestId);
    expect(waiting.progress).toMatchObject({
      state: "waiting",
      reason: expect.stringContaining("TypeError"),
    });

    world.clock.advance(60_000);
    expect((await world.drainAndRun(requestId)).progress.state).toBe("completed");
    const { body } = await certificateOf(requestId);
    expect(body.attempt).toBe(2);
    expect(body.stores[0]).toMatchObject({ found: 25, deleted: 25, left: 0 });
  });

  it("empties the other stores when one is away, and comes back for that one", async () => {
    const person = world.settle("1", 25);
    world.store("photos").failNext("erase", new Error("away"), 1);
    const requestId = await world.open(person);
    await world.drainAndRun(requestId);

    expect((await world.read(requestId)).progress).toMatchObject({
      state: "waiting",
      reason: expect.stringContaining("StoresFailed"),
    });
    expect(world.store("portraits").holds(person)).toEqual([]);
    expect(world.store("photos").holds(person)).toHaveLength(15);

    world.clock.advance(60_000);
    expect((await world.drainAndRun(requestId)).progress.state).toBe("completed");
    expect((await certificateOf(requestId)).body.stores[0]).toMatchObject({ found: 25, deleted: 25 });
  });

  it("certifies what it could, and waits for the day on which a lock ends", async () => {
    const person = world.settle("1", 0);
    const until = "2026-12-01T00:00:00.000Z";
    world.store("portraits").put(person, ["a", "b", "c"]);
    world.store("portraits").lock(person, "b", until);
    const requestId = await world.open(person);

    const waiting = await world.drainAndRun(requestId);

    expect(waiting.progress).toMatchObject({ state: "waiting", dueAt: until });
    const first = await certificateOf(requestId);
    expect(first.body.final).toBe(false);
    expect(first.body.stores[1]).toMatchObject({
      found: 3,
      deleted: 2,
      retained: 1,
      outcome: "retained-until",
    });
    expect(world.letters.sent).toEqual([]);

    world.store("portraits").unlock();
    world.clock.set(until);
    expect((await world.drainAndRun(requestId)).progress.state).toBe("completed");
    const last = await certificateOf(requestId);
    expect(last.body).toMatchObject({ final: true, attempt: 2 });
    expect(last.body.stores[1]).toMatchObject({ found: 3, deleted: 3, left: 0, retained: 0 });
  });

  it("does not believe an eraser that says it is done: the verifier decides", async () => {
    const person = world.settle("1", 0);
    world.store("photos").put(person, ["a", "hidden"]);
    world.store("photos").hide(person, "hidden");
    const requestId = await world.open(person);

    const request = await world.drainAndRun(requestId);

    expect(request.progress).toMatchObject({
      state: "waiting",
      reason: expect.stringContaining("1 in photos could not be deleted"),
    });
    expect((await certificateOf(requestId)).body.stores[0]).toMatchObject({
      left: 1,
      outcome: "not-possible",
    });
    const passes = (await world.ledger.readLane(`${requestId}/1/photos`)).filter(
      ({ body }) => body.kind === "erase-ended",
    );
    expect(passes).toHaveLength(3);
  });

  it("stops between batches when a newer attempt has taken over", async () => {
    const person = world.settle("1", 100);
    const requestId = await world.open(person);
    await world.drain();
    const step = await world.stepOf(requestId);
    await world.run(requestId, (name) => {
      if (name === "erase-stores") throw new Error("stop here");
    });
    world.clock.advance(60_000);
    await world.drain();

    await expect(eraseStores(world, step)).rejects.toThrow(RequestNotRunning);
    expect(world.store("photos").holds(person)).toHaveLength(100);
  });

  it("goes on in another invocation when time is up", async () => {
    const person = world.settle("1", 100);
    const requestId = await world.open(person);
    await world.drain();
    const step = await world.stepOf(requestId);
    await world.run(requestId, (name) => {
      if (name === "erase-stores") throw new Error("stop here");
    });
    world.clock.advance(60_000);
    await world.drain();
    const newer = { ...step, attempt: 2 };

    expect(await eraseStores({ ...world, remainingMs: () => 59_999 }, newer)).toEqual({ finished: false });
    expect(world.store("photos").holds(person)).toHaveLength(100);
    expect(await eraseStores({ ...world, remainingMs: () => 60_000 }, newer)).toEqual({ finished: true });
    expect(world.store("photos").holds(person)).toEqual([]);
  });

  it("touches no store of a person who was not frozen", async () => {
    const person = world.settle("1", 5);
    const requestId = await world.open(person);
    await world.drain();
    await expect(eraseStores(world, await world.stepOf(requestId))).rejects.toThrow(SubjectNotFrozen);
    expect(world.store("photos").holds(person)).toHaveLength(5);
  });

  it("issues no certificate for a store into which nobody looked again", async () => {
    const requestId = await world.open(world.settle("1", 5));
    await world.drain();
    await world.run(requestId, (name) => {
      if (name === "verify-absence") throw new Error("stop here");
    });
    world.clock.advance(60_000);
    await world.drain();
    await expect(issueCertificate(world, await world.stepOf(requestId))).rejects.toThrow(StoreNotVerified);
    expect(world.tree.leaves).toEqual([]);
  });

  it("notices a run that ended without a word", async () => {
    const requestId = await world.open(world.settle("1", 5));
    await world.drain();
    world.executions.end(requestId, 1);
    world.clock.advance(60_000);
    await world.drain();
    expect((await world.read(requestId)).progress).toMatchObject({ state: "waiting" });

    world.clock.advance(60_000);
    await world.drain();
    expect((await world.read(requestId)).attempt).toBe(2);
    expect(world.executions.started).toEqual([`${requestId}-1`, `${requestId}-2`]);
  });
});

describe("an execution that was never started", () => {
  it("is started by the watch", async () => {
    const requestId = await world.open(world.settle("1", 5));
    const away = { ...world.executions, start: () => Promise.reject(new Error("Step Functions is away")) };
    const drained = await drainDueRequests({ ...world, executions: away });
    expect(drained.failed.map((one) => one.requestId)).toEqual([requestId]);

    world.clock.advance(60_000);
    await world.drain();

    expect(world.executions.started).toEqual([`${requestId}-1`]);
  });

  it("delays no other request", async () => {
    const [first, second] = [await world.open(world.settle("1", 1)), await world.open(world.settle("2", 1))];
    const start: typeof world.executions.start = async (request) => {
      if (request.requestId === first) throw new Error("this one cannot start");
      return world.executions.start(request);
    };
    await drainDueRequests({ ...world, executions: { ...world.executions, start } });

    expect(world.executions.started).toEqual([`${second}-1`]);
  });
});

describe("an erasure that staff ask for", () => {
  const ADA = { kind: "staff", name: "ada" } as const;

  it("runs only after another person approved the plan that was made", async () => {
    const person = world.settle("1", 5);
    const requestId = await world.open(person, ADA);
    const waiting = await world.drainAndRun(requestId);
    expect(waiting.progress.state).toBe("waiting-for-approval");
    expect(world.store("photos").holds(person)).toHaveLength(5);

    await approve(requestId, "grace");

    expect((await world.drainAndRun(requestId)).progress.state).toBe("completed");
    expect(world.store("photos").holds(person)).toEqual([]);
  });

  it("waits again when there is something else to delete than was approved", async () => {
    const person = world.settle("1", 5);
    const requestId = await world.open(person, ADA);
    await world.drain();
    await approve(requestId, "grace");
    world.store("photos").put(person, ["one-more"]);

    const waiting = await world.drainAndRun(requestId);

    expect(waiting.progress.state).toBe("waiting-for-approval");
    expect(world.store("photos").holds(person)).toHaveLength(6);
    expect(world.accounts.maySignIn(person)).toBe(false);
    await approve(requestId, "grace");
    expect((await world.drainAndRun(requestId)).progress.state).toBe("completed");
  });

  it("makes a plan above the policy's ceiling wait for a person, whoever asked", async () => {
    world = await erasureWorld({ limits: { entriesPerErasure: 20, longestWriteAccessMinutes: 60 } });
    const person = world.settle("1", 5);
    const requestId = await world.open(person);

    expect((await world.drainAndRun(requestId)).progress.state).toBe("waiting-for-approval");
    expect(world.store("photos").holds(person)).toHaveLength(5);
    await approve(requestId, "grace");
    expect((await world.drainAndRun(requestId)).progress.state).toBe("completed");
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
      (await certificateOf(second)).body.stores.every(({ outcome }) => outcome === "already-absent"),
    ).toBe(true);
  });
});

async function approve(requestId: string, by: string): Promise<void> {
  const { progress } = await world.read(requestId);
  const planDigest = progress.state === "waiting-for-approval" ? progress.planDigest : "";
  expect(await approveRequest(world, { requestId, planDigest, by })).toMatchObject({ approved: true });
}

/** Returns the certificate of a request, after it was checked as anybody would. */
async function certificateOf(requestId: string, of: ErasureWorld = world): Promise<CertificateFile> {
  const { progress } = await of.read(requestId);
  const key = "certificateKey" in progress ? progress.certificateKey : undefined;
  const text = key && (await of.records.readCertificate(key));
  if (!text) throw new Error("The request has no certificate.");
  expect(verifyCertificate(text, [of.key])).toMatchObject({ valid: true });
  return CertificateFileSchema.parse(JSON.parse(text));
}

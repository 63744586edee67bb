import { beforeEach, describe, expect, it } from "vitest";
import { planDigest } from "../../shared/domain/erasure/erasure-plan.ts";
import type { SubjectId } from "../../shared/domain/erasure/subject-id.ts";
import { expediteRequest } from "../../shared/operations/expedite-request.ts";
import { refuseRequest } from "../../shared/operations/refuse-request.ts";
import { withdrawRequest } from "../../shared/operations/withdraw-request.ts";
import type { ErasureWorld } from "../world/erasure-world.ts";
import { GRACE_HOURS, gracefulWorld, HOUR_MS } from "../world/graceful-world.ts";

const PERSON = { kind: "subject" } as const;
const ADA = { kind: "staff", name: "ada" } as const;
const GRACE = { kind: "staff", name: "grace" } as const;
const INTERLEAVINGS = 1_000;
let world: ErasureWorld;
let person: SubjectId;

beforeEach(async () => {
  world = await gracefulWorld();
  person = world.settle("1", 5);
});

describe("the grace of a request", () => {
  it("lets nothing run up to its last second, and then everything", async () => {
    const requestId = await world.open(person);
    const waiting = await world.drainAndRun(requestId);
    expect(waiting).toMatchObject({ attempt: 0, progress: { state: "grace", dueAt: waiting.graceEndsAt } });

    world.clock.advance(GRACE_HOURS * HOUR_MS - 1000);
    expect((await world.drainAndRun(requestId)).progress.state).toBe("grace");
    expect(world.store("pictures").holds(person)).toHaveLength(5);

    world.clock.advance(1000);
    expect((await world.drainAndRun(requestId)).progress.state).toBe("completed");
    expect(world.store("pictures").holds(person)).toEqual([]);
  });

  it("is given once: a request that was approved after it runs at once", async () => {
    const requestId = await world.open(person);
    const inGrace = await world.drainAndRun(requestId);
    const dueAt = world.clock.now().toISOString();
    await world.register.update({ ...inGrace, progress: { state: "verified", dueAt } });
    expect((await world.drainAndRun(requestId)).progress.state).toBe("completed");
  });
});

describe("taking a request back", () => {
  it("leaves every entry and the account as before, forgets whose it was, and lets them ask again", async () => {
    const requestId = await world.open(person);
    await world.drainAndRun(requestId);
    expect(await withdrawRequest(world, { requestId, by: PERSON })).toMatchObject({ ended: true });

    world.clock.advance(GRACE_HOURS * HOUR_MS);
    const ended = await world.drainAndRun(requestId);
    expect(ended.progress).toMatchObject({ state: "withdrawn", by: PERSON });
    expect(ended.subjectId).toBeUndefined();
    expect(world.store("pictures").holds(person)).toHaveLength(5);
    expect(world.accounts.maySignIn(person)).toBe(true);
    expect(await world.tombstones.read(ended.subjectRef, { scope: "account" })).toBeUndefined();
    expect(world.executions.started).toEqual([]);
    expect(await world.open(person)).not.toBe(requestId);
  });

  it("is refused once the person is frozen, and after it has ended", async () => {
    const requestId = await world.open(person);
    await world.drain();
    world.clock.advance(GRACE_HOURS * HOUR_MS);
    await world.drain();
    const withdrawal = { requestId, by: PERSON };
    expect(await withdrawRequest(world, withdrawal)).toEqual({ ended: false, because: "frozen-already" });
    await world.run(requestId);
    expect(await withdrawRequest(world, withdrawal)).toEqual({ ended: false, because: "ended-already" });
  });

  it("is the person's right for their own request, and for no other", async () => {
    const requestId = await world.open(person);
    const other = { requestId, by: PERSON, subject: "2" };
    expect(await withdrawRequest(world, other)).toEqual({ ended: false, because: "not-theirs" });
    const byStaff = await world.open(world.settle("3", 1), ADA);
    expect(await withdrawRequest(world, { requestId: byStaff, by: PERSON })).toMatchObject({
      because: "not-theirs",
    });
    expect(await withdrawRequest(world, { requestId: byStaff, by: GRACE })).toMatchObject({ ended: true });
  });

  it(`and its run exclude each other, in ${INTERLEAVINGS} interleavings`, async () => {
    const outcomes = new Set<string>();
    for (let turn = 0; turn < INTERLEAVINGS; turn += 1) {
      world = await gracefulWorld();
      person = world.settle("1", 5);
      const requestId = await world.open(person);
      await world.drain();
      world.clock.advance(GRACE_HOURS * HOUR_MS);
      // How many turns of the queue each side is late decides who comes first.
      const [withdrawal] = await Promise.all([
        later(turn % 40, () => withdrawRequest(world, { requestId, by: PERSON })),
        later(Math.floor(turn / 40), () => world.drain()),
      ]);
      const { progress } = await world.read(requestId);
      const [state, begun] = withdrawal.ended ? ["withdrawn", 0] : ["running", 1];
      expect(progress.state).toBe(state);
      expect(world.executions.started).toHaveLength(begun);
      outcomes.add(state);
    }
    expect(outcomes).toEqual(new Set(["withdrawn", "running"]));
  });
});

describe("refusing a request", () => {
  it("names its ground and what of it holds, and changes nothing else", async () => {
    const requestId = await world.open(person);
    const refusal = { requestId, by: ADA, ground: "legal-claims", reason: "case 12" } as const;
    expect(await refuseRequest(world, refusal)).toMatchObject({
      ended: true,
      request: { progress: { state: "refused", by: ADA, ground: "legal-claims", reason: "case 12" } },
    });
    world.clock.advance(GRACE_HOURS * HOUR_MS);
    await world.drain();
    expect(world.executions.started).toEqual([]);
    expect(world.accounts.maySignIn(person)).toBe(true);
  });
});

describe("ending the grace early", () => {
  it("takes two people who saw the same plan, and the run is bound to it", async () => {
    const requestId = await inGrace();
    const digest = await digestOf(requestId);
    expect(await expedite(requestId, digest, "ada")).toMatchObject({ outcome: "asked" });
    expect((await world.drainAndRun(requestId)).progress.state).toBe("grace");
    expect(await expedite(requestId, digest, "grace")).toMatchObject({ outcome: "confirmed" });

    const done = await world.drainAndRun(requestId);
    expect(done.progress.state).toBe("completed");
    expect(done.approval).toMatchObject({ by: GRACE, planDigest: digest });
  });

  it.each([
    ["ada", "ada"],
    ["ada", "Ada "],
    ["arn:aws:sts::1:assumed-role/support/a", "arn:aws:sts::1:assumed-role/support/b"],
  ])("is refused to one person twice: %s and %s", async (first, second) => {
    const requestId = await inGrace();
    const digest = await digestOf(requestId);
    await expedite(requestId, digest, first);
    expect(await expedite(requestId, digest, second)).toEqual({
      outcome: "refused",
      because: "asked-by-the-same-person",
    });
    expect((await world.drainAndRun(requestId)).progress.state).toBe("grace");
  });

  it("is refused for another plan, and outside a grace", async () => {
    const requestId = await inGrace();
    expect(await expedite(requestId, "e".repeat(64), "ada")).toMatchObject({ because: "plan-has-changed" });
    const running = await world.open(world.settle("2", 1));
    expect(await expedite(running, "e".repeat(64), "ada")).toMatchObject({ because: "not-in-grace" });
  });

  it("waits for a person again if there is more to delete than both have seen", async () => {
    const requestId = await inGrace();
    const digest = await digestOf(requestId);
    await expedite(requestId, digest, "ada");
    await expedite(requestId, digest, "grace");
    world.store("pictures").put(person, ["one-more"]);
    expect((await world.drainAndRun(requestId)).progress.state).toBe("waiting-for-approval");
    expect(world.store("pictures").holds(person)).toHaveLength(6);
  });
});

async function inGrace(): Promise<string> {
  const requestId = await world.open(person);
  await world.drain();
  return requestId;
}

async function digestOf(requestId: string): Promise<string> {
  const plan = await world.register.readPlan(requestId);
  return plan ? planDigest(plan) : "no plan";
}

function expedite(requestId: string, digest: string, name: string) {
  return expediteRequest(world, { requestId, planDigest: digest, by: { kind: "staff", name } });
}

async function later<Result>(turns: number, what: () => Promise<Result>): Promise<Result> {
  for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
  return what();
}

import { describe, expect, it } from "vitest";
import { policy as gptImage } from "../../../policies/gpt-image.ts";
import { policy as imageDesigner } from "../../../policies/image-designer.ts";
import { policy as imageGen } from "../../../policies/image-gen.ts";
import { approveRequest } from "../../../shared/operations/approve-request.ts";
import { confirmRightsRequest } from "../../../shared/operations/confirm-rights-request.ts";
import { mayUseFor } from "../../../shared/operations/may-use.ts";
import { refuseByLetter } from "../../../shared/operations/refuse-by-letter.ts";
import { refuseRequest } from "../../../shared/operations/refuse-request.ts";
import { undoStopOfUse } from "../../../shared/operations/undo-stop-of-use.ts";
import { mailWorld } from "../../world/mail-world.ts";

const ADA = "ada@people.example";

describe("an opt-out", () => {
  it("takes effect at once, by the published subject line, and can be undone once", async () => {
    const world = await mailWorld(imageGen);
    const ada = world.signUp("ada");
    const mayTrain = () => mayUseFor(world, world.service.policy, ada, "model-training");
    expect((await mayTrain()).allowed).toBe(true);

    const outcome = await world.deliver({ from: ADA, subject: "Model Training Opt-Out", text: ADA });

    expect(outcome).toBe("took-effect");
    expect((await mayTrain()).allowed).toBe(false);
    const secret = world.secretFor(ADA, "undo");
    expect(await undoStopOfUse(world, world.service, secret)).toBe(true);
    expect((await mayTrain()).allowed).toBe(true);
    expect(await undoStopOfUse(world, world.service, secret)).toBe(false);
  });

  it("is a person's when DMARC does not pass", async () => {
    const world = await mailWorld(imageGen);
    const ada = world.signUp("ada");

    await world.deliver({ from: ADA, subject: "Model Training Opt-Out", text: ADA, dmarc: "doubtful" });

    expect((await mayUseFor(world, world.service.policy, ada, "model-training")).allowed).toBe(true);
    expect(await world.tasks.listOpen(10)).toHaveLength(1);
  });

  it("writes the same to whoever has no account, and its link does nothing", async () => {
    const [has, hasNot] = [await mailWorld(gptImage), await mailWorld(gptImage)];
    has.signUp("ada");
    const stop = { from: ADA, text: "Please stop sending me your newsletter." };

    await has.deliver(stop);
    await hasNot.deliver(stop);

    expect(hasNot.lettersTo(ADA)).toEqual(has.lettersTo(ADA));
    expect(await undoStopOfUse(hasNot, hasNot.service, hasNot.secretFor(ADA, "undo"))).toBe(true);
  });
});

describe("a consent that is taken back", () => {
  it("ends what was agreed to at once, and a person un-saves what was saved by it", async () => {
    const world = await mailWorld(imageDesigner);
    const ada = world.signUp("ada");

    await world.deliver({ from: ADA, text: "I withdraw my consent." });

    expect((await mayUseFor(world, world.service.policy, ada, "marketing")).allowed).toBe(false);
    expect(await world.tasks.listOpen(10)).toMatchObject([{ kind: "answer-request" }]);
  });
});

describe("word that an account is a child's", () => {
  it("closes the account at once, and its erasure waits for a person", async () => {
    const world = await mailWorld(imageGen);
    const ada = world.signUp("ada");

    await world.deliver({ from: ADA, text: "I am 12 years old and this is my account." });
    await world.drain();

    expect(world.accounts.maySignIn(ada)).toBe(false);
    const [erasure] = await world.register.list(10);
    expect(erasure).toMatchObject({ scope: "minor", progress: { state: "waiting-for-approval" } });
    for (const store of world.stores) expect(store.holds(ada)).not.toEqual([]);
  });

  const REPORT = { from: ADA, text: "I am 12 years old and this is my account." };
  const MINUTE_MS = 60_000;

  /** Somebody of the staff has looked at the report and refused it. */
  async function refused(world: Awaited<ReturnType<typeof mailWorld>>): Promise<void> {
    await world.drain();
    const [erasure] = await world.register.list(1);
    await refuseRequest(world, {
      requestId: erasure?.requestId ?? "",
      by: { kind: "staff", name: "grace" },
      ground: "not-applicable",
      reason: "The owner is of age.",
    });
  }

  it("opens the account again within a minute when a person refuses the report, and somebody tells them", async () => {
    const world = await mailWorld(imageGen);
    const ada = world.signUp("ada");
    await world.deliver(REPORT);
    world.clock.advance(MINUTE_MS);
    await world.doDuties();
    expect(world.accounts.maySignIn(ada)).toBe(false);

    await refused(world);
    world.clock.advance(MINUTE_MS);
    await world.doDuties();

    expect(world.accounts.maySignIn(ada)).toBe(true);
    const { rightsRequestId } = await world.onlyRequest();
    expect(await world.tasks.openAbout(rightsRequestId)).toMatchObject([{ kind: "answer-request" }]);
    const of = { rightsRequestId, by: { kind: "staff", name: "grace" }, reference: "TICKET-1" } as const;
    await refuseByLetter(world, world.service, {
      ...of,
      reason: "You are of age.",
      ground: "not-applicable",
    });
    expect(world.lettersTo(ADA).at(-1)?.text).toContain("You are of age.");
  });

  it("leaves an account closed that was closed before, or that another erasure has frozen", async () => {
    const closed = await mailWorld(imageGen);
    const ada = closed.signUp("ada");
    await closed.accounts.disable(ada);
    const frozen = await mailWorld(imageGen);
    frozen.signUp("ada");
    for (const world of [closed, frozen]) await world.deliver(REPORT);
    for (const world of [closed, frozen]) await refused(world);
    const [erasure] = await frozen.register.list(1);
    await frozen.tombstones.put({
      schema: "lethe.tombstone/1",
      service: frozen.service.service,
      region: frozen.service.region,
      requestId: "req_00000000000000000000000000",
      subjectRef: erasure?.subjectRef ?? "",
      scope: "account",
      erasedAt: "2026-11-23T10:00:00.000Z",
      expiresAt: "2027-11-23T10:00:00.000Z",
    });
    for (const world of [closed, frozen]) {
      world.clock.advance(MINUTE_MS);
      await world.doDuties();
      expect((await world.onlyRequest()).standing.state).toBe("with-a-person");
      expect(world.accounts.maySignIn(ada)).toBe(false);
    }
  });

  it("keeps the account closed when the report is approved, and its letter has the number of the report", async () => {
    const world = await mailWorld(imageGen);
    const ada = world.signUp("ada");
    await world.deliver(REPORT);
    await world.drain();
    const [erasure] = await world.register.list(1);
    const { requestId = "", progress } = erasure ?? {};
    if (progress?.state !== "waiting-for-approval") throw new Error("There is nothing to approve.");
    await approveRequest(world, { requestId, planDigest: progress.planDigest, by: "grace" });
    await world.drainAndRun(requestId);
    world.clock.advance(MINUTE_MS);
    await world.doDuties();

    expect(world.accounts.maySignIn(ada)).toBe(false);
    const { rightsRequestId, standing } = await world.onlyRequest();
    expect(standing.state).toBe("answered");
    expect(world.lettersTo(ADA).at(-1)?.text).toContain(rightsRequestId);
  });

  it("is a person's when it comes from another address", async () => {
    const world = await mailWorld(imageGen);
    world.signUp("ada");

    await world.deliver({
      from: "parent@people.example",
      text: "My daughter is 11 and has an account with you.",
    });

    expect(await world.register.list(10)).toEqual([]);
    expect(await world.tasks.listOpen(10)).toMatchObject([{ kind: "answer-request" }]);
  });
});

describe("a request that is taken back", () => {
  const ASK = { from: ADA, text: "Please delete my account." };
  const TAKE_BACK = { from: ADA, text: "I changed my mind, please ignore my request to delete my account." };

  it("ends before it was proved, and its link with it", async () => {
    const world = await mailWorld(imageGen);
    world.signUp("ada");
    await world.deliver(ASK);
    const secret = world.secretFor(ADA, "confirm");

    expect(await world.deliver(TAKE_BACK)).toMatch(/^taken back/);

    expect(await confirmRightsRequest(world, world.service, secret)).toMatchObject({ confirmed: false });
  });

  it("ends before it has begun, and then no more", async () => {
    for (const hasBegun of [false, true]) {
      const world = await mailWorld(imageGen);
      world.signUp("ada");
      await world.deliver(ASK);
      await confirmRightsRequest(world, world.service, world.secretFor(ADA, "confirm"));
      const [{ requestId } = { requestId: "" }] = await world.register.list(1);
      if (hasBegun) await world.drain();

      await world.deliver(TAKE_BACK);

      const { progress } = await world.read(requestId);
      expect(progress.state).toBe(hasBegun ? "running" : "withdrawn");
      if (hasBegun) expect(await world.tasks.listOpen(10)).toMatchObject([{ kind: "answer-request" }]);
    }
  });
});

describe("a right that a person answers", () => {
  it("is acknowledged, and a task by its date", async () => {
    const world = await mailWorld(imageGen);
    world.signUp("ada");

    await world.deliver({ from: ADA, text: "Please send me a copy of all the data you hold about me." });

    expect(world.lettersTo(ADA)).toHaveLength(1);
    const [task] = await world.tasks.listOpen(10);
    const request = await world.onlyRequest();
    expect(task).toMatchObject({ kind: "answer-request", rightsRequestId: request.rightsRequestId });
    expect(task?.dueAt).toBe(request.dueDates[0]?.at);
  });
});

import { describe, expect, it } from "vitest";
import { policy as gptImage } from "../../../policies/gpt-image.ts";
import { policy as imageDesigner } from "../../../policies/image-designer.ts";
import { policy as imageGen } from "../../../policies/image-gen.ts";
import { confirmRightsRequest } from "../../../shared/operations/confirm-rights-request.ts";
import { mayUseFor } from "../../../shared/operations/may-use.ts";
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

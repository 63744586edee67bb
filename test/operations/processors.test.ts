import { describe, expect, it } from "vitest";
import { policy as gptImage } from "../../policies/gpt-image.ts";
import { policy as imageDesigner } from "../../policies/image-designer.ts";
import { scopeOf } from "../../shared/domain/erasure/scope.ts";
import type { SubjectId } from "../../shared/domain/erasure/subject-id.ts";
import { type Actor, dueAt } from "../../shared/domain/requests/erasure-request.ts";
import { approveRequest } from "../../shared/operations/approve-request.ts";
import { checkLedger } from "../../shared/operations/check-ledger.ts";
import { closeTask } from "../../shared/operations/close-task.ts";
import { findStuck } from "../../shared/operations/find-stuck.ts";
import { certificateOf } from "../world/certificate-of.ts";
import { type ErasureWorld, erasureWorld } from "../world/erasure-world.ts";
import { invokedAgain } from "../world/killed.ts";
import { mortalProcess } from "../world/mortal-process.ts";
import { secondVerdict } from "../world/second-verdict.ts";

const ENTRIES = 3;
const QUARTER_MS = 15 * 60_000;
const GRACE = { kind: "staff", name: "grace" } as const;
const EVIDENCE = { what: "Answered by letter: it is deleted.", reference: "TICKET-17" };

async function asked(scope: string, policy: typeof gptImage | typeof imageDesigner = gptImage, by?: Actor) {
  const world = await erasureWorld({ isolatedProcessing: undefined }, policy);
  const person = world.settle("person-1", ENTRIES);
  const requestId = await world.open(person, by ?? { kind: "subject" }, world, scopeOf(scope));
  return { world, person, requestId };
}

const ran = async (scope: string, policy?: typeof gptImage | typeof imageDesigner) => {
  const story = await asked(scope, policy);
  await story.world.drainAndRun(story.requestId);
  return story;
};
const openTasks = (world: ErasureWorld, requestId: string) => world.tasks.openAbout(requestId);

async function answer(world: ErasureWorld, requestId: string, processor: string): Promise<void> {
  const task = (await openTasks(world, requestId)).find((one) => one.processor === processor);
  await closeTask(world, task?.taskId ?? "", {
    by: GRACE,
    evidence: EVIDENCE,
    policy: world.compiled.policy,
  });
}

/** A quarter of an hour later, when it is looked again. */
async function later(world: ErasureWorld, requestId: string): Promise<void> {
  world.clock.advance(QUARTER_MS);
  await world.drain();
  if ((await world.read(requestId)).progress.state === "running") await world.run(requestId);
}

const everything = (world: ErasureWorld, person: SubjectId) =>
  world.stores.map((store) => store.holds(person).length);

describe("an erasure of what third parties hold", () => {
  it("deletes nothing of ours, leaves the account open, and has a person ask each, by the day that is owed", async () => {
    const { world, person, requestId } = await ran("processors");

    expect(everything(world, person)).toEqual([ENTRIES, ENTRIES, ENTRIES]);
    expect(world.accounts.maySignIn(person)).toBe(true);
    const tasks = await openTasks(world, requestId);
    expect(tasks.map(({ kind, processor, dueAt: due }) => [kind, processor, due])).toEqual([
      // GI1: 7 days at its partners.
      ["ask-processor", "openai", "2026-11-30T10:00:00.000Z"],
      // A month at its shortest.
      ["ask-processor", "stripe", "2026-12-21T10:00:00.000Z"],
      ["ask-processor", "google-oauth", "2026-12-21T10:00:00.000Z"],
    ]);
    expect(tasks[0]?.needs).toMatch(/^Ask OpenAI to delete .*session-image, prompt; .*30 days/);
    expect(JSON.stringify(tasks)).not.toContain(person);
    const { progress } = await world.read(requestId);
    expect(progress).toMatchObject({ state: "waiting", waitsFor: { kind: "answers", missing: 3 } });
    expect(world.letters.sent).toEqual([]);
  });

  it("is certified as asked by nobody known yet, and not for good", async () => {
    const { world, requestId } = await ran("processors");
    const { body } = await certificateOf(world, requestId);
    expect(body).toMatchObject({ scope: "processors", final: false, stores: [] });
    expect(body.processors).toMatchObject({
      declared: 3,
      statement: expect.stringContaining("0 of 3 answers"),
    });
    expect(body.processors.outcomes).toEqual(
      ["openai", "stripe", "google-oauth"].map((id) =>
        expect.objectContaining({ id, outcome: "attestation-requested" }),
      ),
    );
    expect(body.processors.outcomes?.[0]?.retention).toMatch(/30 days/);
    expect(body.gaps).toHaveLength(4);
    expect(body.gaps.join(" ")).not.toMatch(/has answered|was deleted/);
    expect((await checkLedger(world)).findings).toEqual([]);
  });

  it("says of each when its answer is on record, and has ended when all are", async () => {
    const { world, requestId } = await ran("processors");
    await later(world, requestId);
    expect((await world.read(requestId)).attempt).toBe(1);

    await answer(world, requestId, "stripe");
    await later(world, requestId);
    const second = await certificateOf(world, requestId);
    expect(second.body).toMatchObject({ attempt: 2, final: false });
    expect(secondVerdict(second, world.key)).toBe("Valid.\n");
    expect(second.body.processors.outcomes?.map(({ outcome }) => outcome)).toEqual([
      "attestation-requested",
      "attestation-received",
      "attestation-requested",
    ]);

    for (const id of ["openai", "google-oauth"]) await answer(world, requestId, id);
    await later(world, requestId);
    const { body } = await certificateOf(world, requestId);
    expect(body).toMatchObject({ attempt: 3, final: true });
    expect(secondVerdict(await certificateOf(world, requestId), world.key)).toBe("Valid.\n");
    for (const { outcome, answeredAt, evidenceHash } of body.processors.outcomes ?? []) {
      expect([outcome, answeredAt !== undefined]).toEqual(["attestation-received", true]);
      expect(evidenceHash).toMatch(/^[0-9a-f]{64}$/);
    }
    expect(JSON.stringify(body)).not.toContain("TICKET-17");
    const request = await world.read(requestId);
    expect(request.progress.state).toBe("completed");
    expect(request).not.toHaveProperty("subjectId");
    expect(world.letters.sent.map(({ text }) => text).join()).toMatch(/asked to delete.*Each has answered/s);
    expect(world.letters.sent.map(({ text }) => text).join()).not.toContain("found nothing of it");
  });

  it("of one asks that one only", async () => {
    const { world, requestId } = await ran("processors:groq", imageDesigner);
    expect((await openTasks(world, requestId)).map(({ processor }) => processor)).toEqual(["groq"]);
    const { body } = await certificateOf(world, requestId);
    expect(body.processor).toBe("groq");
    expect(body.processors.declared).toBe(1);
    await answer(world, requestId, "groq");
    await later(world, requestId);
    expect((await certificateOf(world, requestId)).body.final).toBe(true);
  });

  it("that staff ask for waits for a second person, who sees whom it asks", async () => {
    const { world, requestId } = await asked("processors", gptImage, { kind: "staff", name: "ada" });
    await world.drain();
    expect(await world.register.readPlan(requestId)).toMatchObject({
      stores: [],
      processors: ["openai", "stripe", "google-oauth"],
    });
    const { progress } = await world.read(requestId);
    const planDigest = progress.state === "waiting-for-approval" ? progress.planDigest : "";
    expect(await approveRequest(world, { requestId, planDigest, by: "ada" })).toMatchObject({
      approved: false,
    });
    expect(await approveRequest(world, { requestId, planDigest, by: "grace" })).toMatchObject({
      approved: true,
    });
    await world.drainAndRun(requestId);
    expect(await openTasks(world, requestId)).toHaveLength(3);
  });

  it("is nothing that fails, however often an answer comes, and overdue when one does not", async () => {
    const { world, requestId } = await ran("processors");
    for (const id of ["stripe", "google-oauth"]) {
      await answer(world, requestId, id);
      await later(world, requestId);
    }
    expect((await world.read(requestId)).attempt).toBe(3);
    expect(await findStuck(world)).toEqual([]);
    world.clock.set("2026-11-30T10:00:00.001Z");
    await world.drain();
    expect(await findStuck(world)).toMatchObject([
      { kind: "task-overdue", why: expect.stringContaining("OpenAI") },
    ]);
  });

  it("that a process died in at any call, before or after it, asks each once", async () => {
    for (const side of ["before", "after"] as const) {
      for (let atCall = 0; ; atCall += 1) {
        const { world, requestId } = await asked("processors");
        await world.drain();
        const process = mortalProcess({ atCall, side });
        await invokedAgain({ ...world, stores: [] }, requestId, process);
        world.executions.end(requestId, 1);

        const where = `killed ${side} call ${atCall}, ${process.calls[atCall]}`;
        expect(await world.tasks.list(10), where).toHaveLength(3);
        const { body } = await certificateOf(world, requestId);
        expect(body.processors.outcomes, where).toHaveLength(3);
        for (const id of ["openai", "stripe", "google-oauth"]) await answer(world, requestId, id);
        await later(world, requestId);
        expect((await certificateOf(world, requestId)).body.final, where).toBe(true);
        expect(dueAt(await world.read(requestId)), where).toBeUndefined();
        expect(await world.tasks.list(10), where).toHaveLength(3);
        if (process.calls.length <= atCall) {
          expect(atCall).toBeGreaterThan(30);
          break;
        }
      }
    }
  });
});

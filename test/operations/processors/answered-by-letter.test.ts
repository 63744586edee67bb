import { describe, expect, it } from "vitest";
import { policy as imageDesigner } from "../../../policies/image-designer.ts";
import { canonicalJson, sha256Hex } from "../../../shared/domain/canonical-json.ts";
import { askedText } from "../../../shared/domain/tasks/asked-text.ts";
import { completeEvidence } from "../../../shared/domain/tasks/evidence-given.ts";
import { checkLedger } from "../../../shared/operations/check-ledger.ts";
import { closeTask } from "../../../shared/operations/close-task.ts";
import { findStuck } from "../../../shared/operations/find-stuck.ts";
import { noteDeliveryFailure } from "../../../shared/operations/note-delivery-failure.ts";
import { certificateOf } from "../../world/certificate-of.ts";
import { ASKED_AT, letterWorld, VENDOR } from "../../world/letter-world.ts";
import { secondVerdict } from "../../world/second-verdict.ts";

const GRACE = { kind: "staff", name: "grace" } as const;
const LATER = "2026-12-20T10:00:00.000Z";
const ASKS_FOR_ERASURE = "Please delete my account and all my data.";

/** A person was erased, and the vendor has its letter. */
async function asked() {
  const world = await letterWorld();
  const ada = world.settle("ada", 2);
  await world.sent(ada);
  const requestId = await world.erase(ada);
  await world.doWriting();
  world.clock.advance(60_000);
  const { taskId } = await world.asking(requestId);
  const attached = async () => (await world.asking(requestId)).asked?.replies ?? [];
  return { world, requestId, taskId, attached };
}

const lookTasks = async (world: Awaited<ReturnType<typeof asked>>["world"]) =>
  (await world.tasks.listOpen(20)).filter(({ kind }) => kind === "look-at-mail");

describe("the answer of a third party", () => {
  it("is attached to its task with its digest, ends the reminders, and opens nothing", async () => {
    const { world, requestId, taskId, attached } = await asked();
    const lettersBefore = world.letters.sent.length;
    expect(await world.answers(taskId, { mailId: "answer-1" })).toBe(`answer: attached to ${taskId}`);
    const sha256 = sha256Hex(await world.mails.read("mail/answer-1"));
    expect(await attached()).toEqual([
      { mailId: "answer-1", sha256, receivedAt: world.clock.now().toISOString(), by: "person" },
    ]);
    await world.passUntil(requestId, LATER);
    expect(world.letters.sent).toHaveLength(lettersBefore);
    expect(await world.rights.list(10)).toEqual([]);
    expect(await lookTasks(world)).toEqual([]);
    expect(askedText(await world.asking(requestId))).toMatch(
      /^Asked by letter on .*Not reminded\. Its answer of .* is to be read: lethe mail show answer-1 --text/,
    );
  });

  it("closes the task as its evidence when a person has read it, and the last certificate has its digest", async () => {
    const { world, requestId, taskId } = await asked();
    await world.answers(taskId, { mailId: "answer-1" });
    await world.passUntil(requestId, "2026-11-24T10:00:00.000Z");
    expect((await certificateOf(world, requestId)).body).toMatchObject({ final: false });

    const task = await world.asking(requestId);
    const evidence = completeEvidence({ what: "It says that it is deleted." }, task);
    expect(evidence).toMatchObject({ reference: "mail answer-1", sha256: task.asked?.replies[0]?.sha256 });
    const elsewhere = { what: "It says that it is deleted.", reference: "TICKET-17" };
    expect(completeEvidence(elsewhere, task)).toEqual(elsewhere);
    if (!evidence) return;
    await closeTask(world, taskId, { by: GRACE, evidence, policy: world.compiled.policy });
    await world.passUntil(requestId, "2026-11-24T11:00:00.000Z");
    const last = await certificateOf(world, requestId);
    expect(last.body).toMatchObject({ final: true });
    expect(last.body.processors.outcomes).toMatchObject([
      {
        id: VENDOR,
        outcome: "attestation-received",
        evidenceHash: sha256Hex(canonicalJson(evidence)),
      },
    ]);
    expect(secondVerdict(last, world.key)).toBe("Valid.\n");
    expect((await checkLedger(world)).findings).toEqual([]);
  });

  it("is known by its subject alone, by the names of what it answers alone, and in HTML", async () => {
    const { world, taskId, attached } = await asked();
    await world.answers(taskId, { headers: [] });
    await world.answers(taskId, { subject: "Ticket 4711" });
    await world.answers(taskId, {
      headers: [`In-Reply-To: <${taskId}@image-designer.example>`],
      subject: "Re",
    });
    await world.answers(taskId, { headers: [], subject: "Done", text: `Your reference ${taskId}: deleted.` });
    await world.answers(taskId, {
      contentType: "text/html",
      text: "<html><p>It is <b>deleted</b>.</p></html>",
    });
    expect(await attached()).toHaveLength(5);
  });

  it("from another mailbox of the same domain is one, whatever else it says", async () => {
    const { world, taskId, attached } = await asked();
    const from = "Support Desk <desk@mail-vendor.example>";
    await world.answers(taskId, { from, text: ASKS_FOR_ERASURE });
    expect(await attached()).toHaveLength(1);
    expect(await world.rights.list(10)).toEqual([]);
  });

  it.each([
    ["whose domain disowns it", { dmarc: "fail" }, "nothing: not-from-whom-it-says"],
    ["that nobody vouches for", { dmarc: "doubtful" }, "person: not-authenticated"],
    ["that is taken for spam", { spam: "fail" }, "person: spam-or-virus"],
    ["that was written long ago", { dated: new Date("2026-11-01") }, "person: stale"],
    ["of another domain", { from: "privacy@other-vendor.example" }, "person: answer-from-elsewhere"],
    [
      "of a domain like it",
      { from: "privacy@mail-vendor.example.evil.example" },
      "person: answer-from-elsewhere",
    ],
    ["of a domain below it", { from: "privacy@eu.mail-vendor.example" }, "person: answer-from-elsewhere"],
    ["with two senders", { from: `${ASKED_AT}, eve@evil.example` }, "person: several-mailboxes"],
  ] as const)("is none if it is a mail %s", async (_, given, outcome) => {
    const { world, requestId, taskId, attached } = await asked();
    const lettersBefore = world.letters.sent.length;
    expect(await world.answers(taskId, { ...given, text: ASKS_FOR_ERASURE })).toBe(outcome);
    expect(await attached()).toEqual([]);
    expect(await world.rights.list(10)).toEqual([]);
    expect(world.letters.sent).toHaveLength(lettersBefore);
    await world.passUntil(requestId, LATER);
    expect(world.written()).toEqual(["ask-processor", "remind-processor", "remind-processor-last"]);
  });

  it("of another request is attached to that one alone, and one to both to both", async () => {
    const { world, taskId, attached } = await asked();
    const bob = world.settle("bob", 2);
    await world.sent(bob, "contact-bob");
    const other = await world.erase(bob);
    await world.doWriting();
    const of = await world.asking(other);
    await world.answers(of.taskId, { mailId: "of-bob" });
    expect(await attached()).toEqual([]);
    expect((await world.asking(other)).asked?.replies).toMatchObject([{ mailId: "of-bob" }]);
    await world.answers(taskId, { mailId: "of-both", text: `This is about ${of.taskId} as well.` });
    expect(await attached()).toMatchObject([{ mailId: "of-both" }]);
    expect((await world.asking(other)).asked?.replies).toHaveLength(2);
  });

  it("that comes twice is one, sent again by whoever has it none, and a second one another", async () => {
    const { world, taskId, attached } = await asked();
    const first = { mailId: "answer-1", messageId: "<1@mail-vendor.example>" };
    await world.answers(taskId, first);
    await world.answers(taskId, first);
    expect(await world.answers(taskId, { messageId: first.messageId })).toBe("nothing: came-before");
    expect(await attached()).toHaveLength(1);
    await world.answers(taskId, { mailId: "answer-2" });
    expect((await attached()).map(({ mailId }) => mailId)).toEqual(["answer-1", "answer-2"]);
  });

  it("that comes after the task is closed, or once more than anybody answers, is for a person to look at", async () => {
    const { world, requestId, taskId, attached } = await asked();
    for (let times = 0; times < 20; times += 1) await world.answers(taskId);
    expect(await world.answers(taskId)).toBe("person: answer-not-taken");
    expect(await attached()).toHaveLength(20);
    await world.close(taskId);
    expect(await world.answers(taskId, { mailId: "late" })).toBe("person: answer-not-taken");
    expect((await lookTasks(world)).map(({ mailId }) => mailId)).toContain("late");
    expect((await world.tasks.read(taskId))?.asked?.replies).toHaveLength(20);
    expect(await world.tasksAbout(requestId)).toEqual([]);
  });

  it("by a machine that says that something came in is attached, and is no answer: reminders go on", async () => {
    const { world, requestId, taskId, attached } = await asked();
    const headers = [`References: <${taskId}@image-designer.example>`, "Auto-Submitted: auto-replied"];
    await world.answers(taskId, { headers, mailId: "machine", text: "We have received your mail." });
    expect(await attached()).toMatchObject([{ mailId: "machine", by: "machine" }]);
    expect(askedText(await world.asking(requestId))).toMatch(/A machine said .* no answer yet/);
    expect(completeEvidence({ what: "Deleted." }, await world.asking(requestId))).toBeUndefined();
    await world.passUntil(requestId, "2026-12-08T10:00:00.000Z");
    expect(world.written()).toEqual(["ask-processor", "remind-processor"]);
    await world.answers(taskId, { mailId: "person" });
    await world.answers(taskId, { headers, mailId: "survey" });
    await world.passUntil(requestId, LATER);
    expect(world.written()).toEqual(["ask-processor", "remind-processor"]);
    expect(completeEvidence({ what: "Deleted." }, await world.asking(requestId))?.reference).toBe(
      "mail person",
    );
    expect(askedText(await world.asking(requestId))).toContain("lethe mail show person --text");
  });

  it("without any reference is nobody's request either: a person sees which task is meant", async () => {
    const { world, attached } = await asked();
    const about = { headers: [], subject: "Your request", text: ASKS_FOR_ERASURE };
    expect(await world.answers("", about)).toBe("person: from-a-third-party");
    expect(await attached()).toEqual([]);
    expect(await world.rights.list(10)).toEqual([]);
  });

  it("that names a task of another kind, or none that there is, is mail as any other", async () => {
    const { world } = await asked();
    const taskId = "tsk_00000000000000000000000000";
    const from = "ada@people.example";
    expect(await world.answers(taskId, { from, text: ASKS_FOR_ERASURE })).not.toMatch(/third-party|answer/);
    expect(await world.rights.list(10)).toHaveLength(1);
  });
});

describe("a third party that never answers", () => {
  it("is overdue on the day, and it is said how often it was asked", async () => {
    const { world, requestId, taskId } = await asked();
    await world.passUntil(requestId, "2026-12-21T10:00:00.001Z");
    await world.passUntil(requestId, "2026-12-21T10:15:00.001Z");
    expect(await findStuck(world)).toMatchObject([
      {
        kind: "task-overdue",
        taskId,
        why: expect.stringMatching(/Asked by letter on .* Reminded 2 times: .* No answer yet\.$/),
      },
    ]);
    expect((await certificateOf(world, requestId)).body).toMatchObject({ final: false });
  });
});

describe("a letter to a third party that comes back", () => {
  it("is a person's task by the day that is owed, and no reminder follows where it came back for good", async () => {
    for (const why of ["bounce", "bounce-for-now", "complaint"] as const) {
      const { world, requestId, taskId } = await asked();
      const about = { letter: "ask-processor", taskId } as const;
      for (let times = 0; times < 2; times += 1)
        await noteDeliveryFailure(world, world.service, { why, addresses: [ASKED_AT], about });
      const notSent = (await world.tasksAbout(requestId)).filter(({ kind }) => kind === "letter-not-sent");
      expect(notSent, why).toMatchObject([{ processor: VENDOR, needs: expect.stringContaining(taskId) }]);
      expect(JSON.stringify(notSent)).not.toContain("@");
      await world.passUntil(requestId, LATER);
      const reminded = why === "bounce-for-now" ? ["remind-processor", "remind-processor-last"] : [];
      expect(world.written(), why).toEqual(["ask-processor", ...reminded]);
    }
  });

  it("about a task that is closed is nobody's task", async () => {
    const { world, taskId } = await asked();
    await world.close(taskId);
    const about = { letter: "ask-processor", taskId } as const;
    await noteDeliveryFailure(world, world.service, { why: "bounce", addresses: [ASKED_AT], about });
    expect(await world.tasks.listOpen(10)).toEqual([]);
  });
});

it("no third party of a policy without addresses makes mail of a person anything else", async () => {
  const processors = imageDesigner.processors.filter(({ id }) => id !== VENDOR);
  const world = await letterWorld({ processors });
  await world.deliver({ from: ASKED_AT, text: ASKS_FOR_ERASURE });
  expect(await world.rights.list(10)).toHaveLength(1);
});

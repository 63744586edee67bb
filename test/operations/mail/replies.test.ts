import { describe, expect, it } from "vitest";
import { policy as imageGen } from "../../../policies/image-gen.ts";
import { sha256Hex } from "../../../shared/domain/canonical-json.ts";
import { addressReference } from "../../../shared/domain/rights/address-reference.ts";
import { SENDING_MS_MAX } from "../../../shared/domain/rights/reply-standing.ts";
import { answerByLetter } from "../../../shared/operations/answer-by-letter.ts";
import { extendByLetter } from "../../../shared/operations/extend-by-letter.ts";
import { readRightsStatus } from "../../../shared/operations/read-rights-status.ts";
import { refuseByLetter } from "../../../shared/operations/refuse-by-letter.ts";
import { LetterNotTaken } from "../../../shared/operations/reply-by-letter.ts";
import { type MailWorld, mailWorld } from "../../world/mail-world.ts";

const ADA = "ada@people.example";
const DAY_MS = 86_400_000;
const TEXT = "We hold three photos of yours.\n\nThey were made <today> & yesterday.";
const grace = { kind: "staff", name: "grace" } as const;

/** Somebody asked for what is held of them, and a person is at it. */
async function asked(text = "Please send me a copy of all the data you hold about me.") {
  const world = await mailWorld(imageGen);
  world.signUp("ada");
  await world.deliver({ from: ADA, text });
  const { rightsRequestId } = await world.onlyRequest();
  world.letters.sent.length = 0;
  const of = { rightsRequestId, by: grace, reference: "TICKET-17" };
  return { world, of };
}

const openTasks = async (world: MailWorld) => (await world.tasks.listOpen(10)).map(({ kind }) => kind);

describe("an answer", () => {
  it("goes to whoever wrote, in their thread and language, and ends the request with its tasks", async () => {
    const { world, of } = await asked("Bitte schicken Sie mir eine Kopie meiner Daten.");

    const replying = await answerByLetter(world, world.service, { ...of, text: TEXT });

    expect(replying).toMatchObject({ replied: true, request: { standing: { state: "answered" } } });
    const [letter, ...more] = world.letters.sent;
    expect(more).toEqual([]);
    expect(letter).toMatchObject({ to: ADA, answers: { messageId: "<m1@people.example>" } });
    expect(letter?.subject).toContain("Antwort auf Ihre Anfrage");
    expect(letter?.text).toContain("They were made <today> & yesterday.");
    expect(letter).toMatchObject({
      html: expect.stringContaining("<p>They were made &lt;today&gt; &amp; yesterday.</p>"),
    });
    const request = await world.onlyRequest();
    expect(request.dueDates.every(({ doneAt }) => doneAt !== undefined)).toBe(true);
    expect(request).not.toHaveProperty("address");
    expect(request.replies).toMatchObject([
      { letter: "answer-by-person", by: "grace", sentAt: expect.any(String) },
    ]);
    expect(await world.tasks.list(10)).toMatchObject([
      {
        kind: "answer-request",
        progress: {
          state: "done",
          by: grace,
          evidence: { reference: "TICKET-17", sha256: sha256Hex(TEXT) },
        },
      },
    ]);
  });

  it("keeps none of its words", async () => {
    const { world, of } = await asked();
    await answerByLetter(world, world.service, { ...of, text: "Elephants, all of them." });
    expect(JSON.stringify([await world.rights.list(9), await world.tasks.list(9)])).not.toContain(
      "Elephants",
    );
  });

  it("shows its reader where the request stands", async () => {
    const { world, of } = await asked();
    await answerByLetter(world, world.service, { ...of, text: TEXT });
    const status = await readRightsStatus(world, world.secretFor(ADA, "status"));
    expect(status?.request.standing.state).toBe("answered");
  });

  it("is one letter however often it is sent, and with other words none", async () => {
    const { world, of } = await asked();
    for (let times = 0; times < 3; times += 1) {
      expect(await answerByLetter(world, world.service, { ...of, text: TEXT })).toMatchObject({
        replied: true,
      });
    }
    const other = await answerByLetter(world, world.service, { ...of, text: "Something else." });
    expect(other).toEqual({ replied: false, because: "ended-already" });
    const refused = await refuseByLetter(world, world.service, { ...of, reason: "No." });
    expect(refused).toEqual({ replied: false, because: "ended-already" });
    expect(world.letters.sent).toHaveLength(1);
  });

  it("is one letter when two send it at the same moment, and the other is told so", async () => {
    const { world, of } = await asked();
    let second: unknown;
    world.letters.whenNextSent(async () => {
      second = await answerByLetter(world, world.service, { ...of, text: TEXT });
    });
    await answerByLetter(world, world.service, { ...of, text: TEXT });
    expect(second).toEqual({ replied: false, because: "in-hand" });
    expect(world.letters.sent).toHaveLength(1);
  });

  it("is sent however many letters a loop has written that day", async () => {
    const { world, of } = await asked();
    const key = await world.subjectKeys.current();
    const reference = addressReference(key, world.service.service, ADA);
    while (await world.correspondence.mayWrite(reference, 6, world.clock.now()));
    expect(await answerByLetter(world, world.service, { ...of, text: TEXT })).toMatchObject({
      replied: true,
    });
  });

  it("is a task when the mail service does not take it, and goes out with the next try", async () => {
    const { world, of } = await asked();
    world.letters.failNext(new Error("no"));
    await expect(answerByLetter(world, world.service, { ...of, text: TEXT })).rejects.toThrow(LetterNotTaken);
    expect((await openTasks(world)).sort()).toEqual(["answer-request", "letter-not-sent"]);
    expect((await world.onlyRequest()).standing.state).toBe("with-a-person");

    world.clock.advance(SENDING_MS_MAX);
    await answerByLetter(world, world.service, { ...of, text: TEXT });

    expect(world.letters.sent).toHaveLength(1);
    expect(await openTasks(world)).toEqual([]);
  });

  it("is a task when mail to the address comes back, and the request stays open", async () => {
    const { world, of } = await asked();
    const { addressRef } = await world.onlyRequest();
    await world.correspondence.markUndeliverable(addressRef, "bounce", world.clock.now());
    const replying = await answerByLetter(world, world.service, { ...of, text: TEXT });
    expect(replying).toEqual({ replied: false, because: "letter-not-sent" });
    expect(world.letters.sent).toEqual([]);
    expect((await openTasks(world)).sort()).toEqual(["answer-request", "letter-not-sent"]);
    expect((await world.onlyRequest()).replies).toEqual([]);
  });

  it("goes to the address on file and not to whoever wrote, where that mailbox proved it", async () => {
    const { world, of } = await asked();
    const subjectId = world.signUp("owner");
    const request = await world.onlyRequest();
    await world.rights.update({ ...request, provedBy: "another", subjectId });
    await answerByLetter(world, world.service, { ...of, text: TEXT });
    expect(world.letters.sent.map(({ to }) => to)).toEqual(["owner@people.example"]);
    expect(world.letters.sent[0]).not.toHaveProperty("answers");
  });

  it("is not given while somebody may yet prove who they are, nor where an erasure carries it on", async () => {
    const { world, of } = await asked("Please delete my account.");
    const answer = { ...of, text: TEXT };
    expect(await answerByLetter(world, world.service, answer)).toEqual({
      replied: false,
      because: "waits-for-proof",
    });
    const request = await world.onlyRequest();
    const requestIds = ["req_01k85260tlrs1ius24j8q81jtd"];
    await world.rights.update({ ...request, standing: { state: "erasing", requestIds } });
    expect(await answerByLetter(world, world.service, answer)).toMatchObject({
      because: "carried-on-by-an-erasure",
    });
    const unknown = { ...answer, rightsRequestId: "rrq_00000000000000000000000000" };
    expect(await answerByLetter(world, world.service, unknown)).toMatchObject({ because: "no-such-request" });
    expect(world.letters.sent).toEqual([]);
  });
});

describe("a refusal", () => {
  it("says why, and where to complain, and ends the request as refused", async () => {
    const { world, of } = await asked();
    const reason = "It is the twelfth copy this week.";
    await refuseByLetter(world, world.service, { ...of, reason, ground: "unfounded-or-excessive" });
    const [letter] = world.lettersTo(ADA);
    expect(letter?.text).toContain(reason);
    expect(letter?.text).toContain("12(5)(b)");
    expect(letter?.text).toMatch(/complain/);
    expect((await world.onlyRequest()).standing).toMatchObject({
      state: "refused",
      ground: "unfounded-or-excessive",
    });
    expect(await openTasks(world)).toEqual([]);
  });

  it("is shown to its reader on the page of the request, which told of nothing before", async () => {
    const world = await mailWorld(imageGen);
    world.signUp("ada");
    await world.deliver({ from: ADA, text: "Please delete my account." });
    const status = world.secretFor(ADA, "status");
    const shown = async () => (await readRightsStatus(world, status))?.request.standing.state;
    expect(await shown()).toBe("received");

    const { rightsRequestId } = await world.onlyRequest();
    const of = { rightsRequestId, by: grace, reference: "TICKET-17" };
    await refuseByLetter(world, world.service, { ...of, reason: "A claim.", ground: "legal-claims" });

    expect(await shown()).toBe("refused");
    expect(await world.register.list(10)).toEqual([]);
  });

  it("of an erasure names its ground, and of another right none that is for erasures alone", async () => {
    const erasure = await asked("Please delete my account.");
    const without = await refuseByLetter(erasure.world, erasure.world.service, {
      ...erasure.of,
      reason: "No.",
    });
    expect(without).toEqual({ replied: false, because: "ground-missing" });
    const copy = await asked();
    const wrong = { ...copy.of, reason: "No.", ground: "legal-claims" } as const;
    expect(await refuseByLetter(copy.world, copy.world.service, wrong)).toEqual({
      replied: false,
      because: "ground-not-of-this-right",
    });
    await refuseByLetter(copy.world, copy.world.service, { ...copy.of, reason: "It would show others." });
    expect(copy.world.lettersTo(ADA)[0]?.text).toContain("The reason:\n\nIt would show others.");
  });
});

describe("an extension", () => {
  it("tells the new date, once, and gives it to the task", async () => {
    const { world, of } = await asked();
    const [before] = (await world.onlyRequest()).dueDates;
    world.clock.advance(10 * DAY_MS);
    const extension = { ...of, reason: "Several hundred images have to be looked at." };
    for (let times = 0; times < 2; times += 1) {
      expect(await extendByLetter(world, world.service, extension)).toMatchObject({ replied: true });
    }
    const [after] = (await world.onlyRequest()).dueDates;
    expect(after?.at).toBe(before?.extendableTo);
    expect(after?.extended).toMatchObject({ from: before?.at, reason: extension.reason });
    const [letter, ...more] = world.lettersTo(ADA);
    expect(more).toEqual([]);
    expect(letter?.text).toContain(extension.reason);
    expect(letter?.text).toContain(String(new Date(after?.at ?? "").getUTCDate()));
    const open = await world.tasks.listOpen(10);
    expect(open).toMatchObject([{ kind: "answer-request", dueAt: after?.at }]);
    const again = await extendByLetter(world, world.service, { ...of, reason: "Another." });
    expect(again).toEqual({ replied: false, because: "extended-already" });
  });

  it("is refused after the date, and where no rule allows it", async () => {
    const late = await asked();
    late.world.clock.advance(31 * DAY_MS);
    const tooLate = await extendByLetter(late.world, late.world.service, { ...late.of, reason: "Many." });
    expect(tooLate).toEqual({ replied: false, because: "extension-too-late" });
    const grievance = await asked("I want to file a grievance about how you handled my data.");
    const request = await grievance.world.onlyRequest();
    expect(request.right).toBe("grievance");
    const noRule = { ...grievance.of, reason: "Many." };
    expect(await extendByLetter(grievance.world, grievance.world.service, noRule)).toEqual({
      replied: false,
      because: "extension-no-rule",
    });
    expect([...late.world.letters.sent, ...grievance.world.letters.sent]).toEqual([]);
  });

  it("puts nothing off when its letter cannot be sent", async () => {
    const { world, of } = await asked();
    const before = await world.onlyRequest();
    await world.correspondence.markUndeliverable(before.addressRef, "bounce", world.clock.now());
    await extendByLetter(world, world.service, { ...of, reason: "Many images." });
    expect((await world.onlyRequest()).dueDates).toEqual(before.dueDates);
    expect(await openTasks(world)).toContain("letter-not-sent");
  });
});

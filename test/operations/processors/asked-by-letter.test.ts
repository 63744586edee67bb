import { describe, expect, it } from "vitest";
import { policy as imageDesigner } from "../../../policies/image-designer.ts";
import { subjectReference } from "../../../shared/domain/erasure/subject-reference.ts";
import { recordDisclosure } from "../../../shared/operations/send-to-processor.ts";
import { ASKED_AT, type LetterWorld, letterWorld, VENDOR } from "../../world/letter-world.ts";

/** The world begins at ten o'clock on 23 November 2026, and a month is 28 days at its shortest. */
const OWED = "2026-12-21T10:00:00.000Z";
const [HALF, THREE_DAYS_LEFT] = ["2026-12-07T10:07:30.000Z", "2026-12-18T10:00:00.000Z"];
const GRACE = { kind: "staff", name: "grace" } as const;
const HOLD_ID = "hold_00000000000000000000000001";
const MINUTE_MS = 60_000;

async function erased(world: LetterWorld, references: readonly string[] = ["contact-17"]) {
  const ada = world.settle("ada", 2);
  for (const reference of references) {
    await world.sent(ada, reference);
    world.clock.advance(1);
  }
  world.clock.set("2026-11-23T10:00:00.000Z");
  const requestId = await world.erase(ada);
  return { ada, requestId };
}

describe("a third party that has no API and an address", () => {
  it("is asked by one letter that names what it was sent as it names it, and no person", async () => {
    const world = await letterWorld();
    const { ada, requestId } = await erased(world, ["contact-17", "contact-18"]);
    const { taskId, dueAt } = await world.asking(requestId);
    expect(dueAt).toBe(OWED);
    await world.doWriting();

    const [letter, ...more] = world.lettersTo(ASKED_AT);
    expect(more).toEqual([]);
    expect(letter?.subject).toContain(taskId);
    expect(letter).toMatchObject({ thread: taskId, about: { letter: "ask-processor", taskId } });
    for (const said of [
      "contact-17 (That somebody asked for updates by mail, and where to, sent on 23 November 2026",
      "contact-18",
      "21 December 2026 at 10:00 UTC",
      "backups",
      `Reference: ${taskId}`,
    ]) {
      expect(letter?.text.replaceAll(/\s+/gu, " ")).toContain(said);
    }
    for (const secret of [ada, "ada@people.example", requestId]) {
      expect(JSON.stringify(letter)).not.toContain(secret);
    }
    expect((await world.asking(requestId)).asked?.written).toMatchObject([
      { letter: "ask-processor", sentAt: "2026-11-23T10:00:00.000Z" },
    ]);
  });

  it("is asked once, however often the step and the duty run", async () => {
    const world = await letterWorld();
    const { requestId } = await erased(world);
    for (let times = 0; times < 3; times += 1) {
      await Promise.all([world.doWriting(), world.doWriting()]);
      world.clock.advance(MINUTE_MS);
      await world.passUntil(requestId, new Date(world.clock.now().getTime() + 60 * MINUTE_MS).toISOString());
    }
    expect(world.written()).toEqual(["ask-processor"]);
  });

  it("is reminded at half of the time and when three days are left, and then it is overdue for a person", async () => {
    const world = await letterWorld();
    const { requestId } = await erased(world);
    await world.doWriting();
    const writtenBefore = async (at: string) => {
      await world.passUntil(requestId, new Date(Date.parse(at) - 20 * MINUTE_MS).toISOString());
      return [...world.written()];
    };
    expect(await writtenBefore(HALF)).toEqual(["ask-processor"]);
    expect(await writtenBefore(THREE_DAYS_LEFT)).toEqual(["ask-processor", "remind-processor"]);
    await world.passUntil(requestId, "2027-01-20T00:00:00.000Z");
    expect(world.written()).toEqual(["ask-processor", "remind-processor", "remind-processor-last"]);
    for (const { thread, text } of world.lettersTo(ASKED_AT)) {
      expect([thread, text]).toEqual([
        (await world.asking(requestId)).taskId,
        expect.stringContaining("contact-17"),
      ]);
    }
    expect(await world.askingDuties.dueBy(new Date("2999-01-01T00:00:00.000Z"), 10)).toEqual([]);
  });

  it("is asked anew about what was recorded after the letter, and about nothing twice", async () => {
    const world = await letterWorld();
    const { ada, requestId } = await erased(world);
    await world.doWriting();
    world.clock.advance(MINUTE_MS);
    await world.sent(ada, "contact-late");
    // The last look at late writes runs the steps again.
    await world.passUntil(requestId, "2026-11-24T10:00:00.000Z");
    const letters = world.lettersTo(ASKED_AT);
    expect(letters.map(({ about }) => about.letter)).toEqual(["ask-processor", "ask-processor"]);
    expect(letters[1]?.text).toContain("contact-late");
  });

  it("is a person's as before where no address is on record, nothing is, or there is too much for a letter", async () => {
    const unaddressed = imageDesigner.processors.map((one) => {
      const { askAt: _, ...rest } = { askAt: undefined, ...one };
      return rest;
    });
    const many = Array.from({ length: 1001 }, (_, at) => `contact-${at}`);
    for (const [world, references] of [
      [await letterWorld({ processors: unaddressed }), ["contact-17"]],
      [await letterWorld(), many],
    ] as const) {
      const { requestId } = await erased(world, references);
      await world.passUntil(requestId, "2026-11-24T10:00:00.000Z");
      expect(world.written()).toEqual([]);
      expect((await world.asking(requestId)).needs).toMatch(/^Ask E-mail vendor to delete/);
    }
    const world = await letterWorld();
    const requestId = await world.erase(world.settle("ada", 2), `processors:${VENDOR}`);
    await world.doWriting();
    expect(world.written()).toEqual([]);
    expect((await world.asking(requestId)).needs).toMatch(/^Ask E-mail vendor to delete/);
  });

  it("is asked by a request about third parties alone as well", async () => {
    const world = await letterWorld();
    const ada = world.settle("ada", 2);
    await world.sent(ada);
    await world.erase(ada, `processors:${VENDOR}`);
    await world.doWriting();
    expect(world.written()).toEqual(["ask-processor"]);
  });
});

describe("a letter to a third party", () => {
  it("waits while the request or everything is paused, and goes when that is lifted", async () => {
    for (const pause of ["one", "all"] as const) {
      const world = await letterWorld();
      const { requestId } = await erased(world);
      const paused = { by: GRACE, at: world.clock.now().toISOString() };
      if (pause === "all") await world.register.pauseAll(paused);
      else await world.register.update({ ...(await world.read(requestId)), paused });
      for (let times = 0; times < 5; times += 1) {
        await world.doWriting();
        world.clock.advance(15 * MINUTE_MS);
      }
      expect([pause, ...world.written()]).toEqual([pause]);
      expect((await world.asking(requestId)).asked).toBeUndefined();

      if (pause === "all") await world.register.resumeAll();
      else {
        const { paused: _, ...going } = await world.read(requestId);
        await world.register.update(going);
      }
      await world.doWriting();
      expect([pause, ...world.written()]).toEqual([pause, "ask-processor"]);
    }
  });

  it("waits while a hold stands over anything that it would name", async () => {
    const holdException = { promise: "ID4", legalBasis: "GDPR Art. 17(3)(e)" };
    const retention = imageDesigner.retention.map((rule) =>
      rule.category === "mail-subscription" ? { ...rule, holdable: true, holdException } : rule,
    );
    const world = await letterWorld({ retention });
    const ada = world.settle("ada", 2);
    await world.sent(ada);
    const { service } = world.compiled.policy;
    const subjectRef = subjectReference(await world.subjectKeys.current(), service.id, ada);
    const hold = await world.holds.place({
      ...{ schema: "lethe.hold/1", service: service.id, region: "us-east-1", holdId: HOLD_ID },
      ...{ owner: "legal", reason: "A claim", legalBasis: "GDPR Art. 17(3)(e)", reviewOn: "2027-01-01" },
      covers: { subjectRef, category: "mail-subscription" },
      ...{ placedBy: GRACE, placedAt: world.clock.now().toISOString() },
    });
    const requestId = await world.erase(ada, `processors:${VENDOR}`);
    await world.passUntil(requestId, "2026-11-25T10:00:00.000Z");
    expect(world.written()).toEqual([]);

    await world.holds.release(hold.holdId, { by: GRACE, at: world.clock.now().toISOString() }, 2_000_000_000);
    await world.passUntil(requestId, "2026-11-26T11:00:00.000Z");
    expect(world.written()).toEqual(["ask-processor"]);
  });

  it("that the mail service does not take is a person's task, and is tried again", async () => {
    const world = await letterWorld();
    const { requestId } = await erased(world);
    world.letters.failNext(new Error("MessageRejected"));
    expect((await world.doWriting()).failed).toMatchObject([{ cause: { name: "LetterNotTaken" } }]);
    const [notSent] = (await world.tasksAbout(requestId)).filter(({ kind }) => kind === "letter-not-sent");
    expect(notSent).toMatchObject({ processor: VENDOR, requestId });
    await world.doWriting();
    expect(world.written()).toEqual([]);
    world.clock.advance(5 * MINUTE_MS);
    await world.doWriting();
    expect(world.written()).toEqual(["ask-processor"]);
  });

  it("is not written about what is closed", async () => {
    const world = await letterWorld();
    const { requestId } = await erased(world);
    await world.close((await world.asking(requestId)).taskId);
    await world.passUntil(requestId, "2026-12-20T10:00:00.000Z");
    expect(world.written()).toEqual([]);
    expect(await world.askingDuties.dueBy(new Date("2999-01-01T00:00:00.000Z"), 10)).toEqual([]);
  });

  it("names nothing that another vendor was sent, nor of another person", async () => {
    const world = await letterWorld();
    const [ada, bob] = [world.settle("ada", 2), world.settle("bob", 2)];
    await world.sent(ada, "contact-ada");
    await world.sent(bob, "contact-bob");
    const other = { processor: "openrouter", category: "upload", kind: "file" } as const;
    await recordDisclosure(world, world.compiled.policy, ada, { ...other, reference: "file_ada" });
    await world.erase(ada);
    await world.doWriting();
    const [letter] = world.lettersTo(ASKED_AT);
    expect(letter?.text).toContain("contact-ada");
    expect(letter?.text).not.toMatch(/contact-bob|file_ada/);
  });
});

import { describe, expect, it } from "vitest";
import { policy as coloringBook } from "../../../policies/coloring-book.ts";
import { policy as gptImage } from "../../../policies/gpt-image.ts";
import { policy as imageDesigner } from "../../../policies/image-designer.ts";
import { subjectReference } from "../../../shared/domain/erasure/subject-reference.ts";
import { checkLedger } from "../../../shared/operations/check-ledger.ts";
import { closeTask } from "../../../shared/operations/close-task.ts";
import { recordDisclosure } from "../../../shared/operations/send-to-processor.ts";
import { certificateOf } from "../../world/certificate-of.ts";
import { secondVerdict } from "../../world/second-verdict.ts";
import { type AskedWorld, askedWorld } from "./asked-world.ts";

const HOURS_A_DAY = 24;
const HOLD_ID = "hold_00000000000000000000000001";
const ASKED_AT = "privacy@third-party.example";
const GRACE = { kind: "staff", name: "grace" } as const;

async function answered(world: AskedWorld, requestId: string, processor: string): Promise<void> {
  const task = (await world.tasks.openAbout(requestId)).find((one) => one.processor === processor);
  await closeTask(world, task?.taskId ?? "", {
    by: GRACE,
    evidence: { what: "Answered by letter: it is deleted.", reference: "TICKET-17" },
    policy: world.compiled.policy,
  });
}

/** The third parties of the policy, one of them with an address. */
function withAddress(id: string) {
  return imageDesigner.processors.map((one) => (one.id === id ? { ...one, askAt: ASKED_AT } : one));
}

describe("an erasure at third parties alone", () => {
  it("deletes what they were sent by their APIs, has a person ask the rest, and touches nothing of ours", async () => {
    const world = await askedWorld(imageDesigner);
    const ada = world.settled("ada");
    const sent = [await world.sent(ada, "fal", "upload"), await world.sent(ada, "cloudflare", "output")];
    const requestId = await world.erase(ada, "processors");

    expect(sent.map(({ processor, reference }) => world.party(processor).has(reference))).toEqual([
      false,
      false,
    ]);
    expect(world.stores.map((store) => store.holds(ada).length)).toEqual(
      world.stores.map((store) => (store.kind === "cognito" ? 1 : 2)),
    );
    const open = await world.tasks.openAbout(requestId);
    expect(open.map(({ processor }) => processor)).toEqual(["mail-vendor"]);
    expect((await world.read(requestId)).progress).toMatchObject({
      state: "waiting",
      waitsFor: { kind: "answers", missing: 1 },
    });

    await answered(world, requestId, "mail-vendor");
    await world.pass(requestId, 1);
    expect((await world.read(requestId)).progress.state).toBe("completed");
    const last = await certificateOf(world, requestId);
    expect(last.body).toMatchObject({ final: true, stores: [] });
    expect(last.body.processors.outcomes?.map(({ id, outcome }) => [id, outcome])).toEqual([
      ["fal", "accepted-unverified"],
      ["cloudflare", "deleted"],
      ["mail-vendor", "attestation-received"],
    ]);
    expect(secondVerdict(last, world.key)).toBe("Valid.\n");
    expect((await checkLedger(world)).findings).toEqual([]);
  });

  it("is not final while something there still ages out, and the person is told before", async () => {
    const world = await askedWorld(gptImage);
    const ada = world.settled("ada");
    await world.sent(ada, "openai", "session-image", { kind: "inference", reference: "img-1" });
    const requestId = await world.erase(ada, "processors:openai");
    expect((await world.read(requestId)).progress.state).toBe("completed");
    expect(world.letters.sent).toHaveLength(1);
    expect((await certificateOf(world, requestId)).body.final).toBe(false);
    await world.pass(requestId, 31 * HOURS_A_DAY);
    expect((await certificateOf(world, requestId)).body.final).toBe(true);
    expect(world.letters.sent).toHaveLength(1);
  });
});

describe("a third party that shows what it is set to keep", () => {
  const IMAGE = { kind: "inference", reference: "img-1" } as const;
  const openaiOf = async (world: AskedWorld, requestId: string) => {
    const certificate = await certificateOf(world, requestId);
    expect(secondVerdict(certificate, world.key)).toBe("Valid.\n");
    const [certified] = certificate.body.processors.outcomes ?? [];
    return { certified, gaps: certificate.body.gaps.join("\n") };
  };

  it("has that in the certificate with its date, and its outcome is no better for it", async () => {
    const world = await askedWorld(gptImage);
    const ada = world.settled("ada");
    await world.sent(ada, "openai", "session-image", IMAGE);
    const { certified, gaps } = await openaiOf(world, await world.erase(ada, "processors:openai"));
    expect(certified).toMatchObject({
      outcome: "ages-out-on",
      setting: { read: "yes", of: "organization", says: "modified-abuse-monitoring" },
    });
    expect(gaps).toMatch(
      /Its own setting for our organisation, read on 2026-11-\d\d, says modified abuse monitoring; of what it kept before/u,
    );
    expect(gaps).toMatch(/are expected gone by/u);
  });

  it.each([
    ["403", "refused", "the key that should may not"],
    ["500", "unclear", "it was not reached"],
  ] as const)("and does not, on %s: it is said so, and the erasure goes on", async (fault, because, says) => {
    const world = await askedWorld(gptImage);
    const ada = world.settled("ada");
    await world.sent(ada, "openai", "session-image", IMAGE);
    world.party("openai").standIn.fail(fault);
    const requestId = await world.erase(ada, "processors:openai");
    expect((await world.read(requestId)).progress.state).toBe("completed");
    const { certified, gaps } = await openaiOf(world, requestId);
    expect(certified).toMatchObject({ outcome: "ages-out-on", setting: { read: "no", because } });
    expect(gaps).toMatch(new RegExp(`Its own setting could not be read on 2026-11-\\d\\d: ${says}`, "u"));
  });
});

describe("a third party that answers three weeks later", () => {
  it("is asked until then, and the final certificate says what it did", async () => {
    const world = await askedWorld(imageDesigner);
    const ada = world.settled("ada");
    const { reference } = await world.sent(ada, "openrouter", "upload");
    world.party("openrouter").standIn.fail("423");
    const requestId = await world.erase(ada);
    await world.pass(requestId, 21 * HOURS_A_DAY);
    expect(world.party("openrouter").has(reference)).toBe(true);
    expect((await world.read(requestId)).progress).toMatchObject({
      state: "completed",
      settling: { missing: 1 },
    });

    world.party("openrouter").standIn.fail("none");
    // What the person stored since in an account of theirs is not looked at again.
    await world.pass(requestId, 12);
    expect(world.party("openrouter").has(reference)).toBe(false);
    const last = await certificateOf(world, requestId);
    expect(last.body).toMatchObject({ final: true });
    expect(last.body.processors.outcomes).toMatchObject([
      { outcome: "deleted", things: { asked: 1, deleted: 1 } },
    ]);
    expect(secondVerdict(last, world.key)).toBe("Valid.\n");
    expect((await checkLedger(world)).findings).toEqual([]);
  });
});

describe("an erasure of less than an account", () => {
  it("asks about that one thing alone, and says of how much nobody knows", async () => {
    const world = await askedWorld(coloringBook);
    const ada = world.settled("ada");
    const of = (id: string) => ({ of: [{ kind: "page", id }] as const });
    const page = await world.sent(ada, "openai", "prompt", of("page-1"));
    world.clock.advance(1);
    const other = await world.sent(ada, "openai", "prompt", of("page-2"));
    world.clock.advance(1);
    const unknown = await world.sent(ada, "openai", "prompt");
    const requestId = await world.erase(ada, "page:page-1");
    expect([page, other, unknown].map(({ reference }) => world.party("openai").has(reference))).toEqual([
      false,
      true,
      true,
    ]);
    expect((await certificateOf(world, requestId)).body.gaps.join("\n")).toContain(
      "Of 1 things that were sent",
    );
  });

  it("touches nothing that was stored since, when what third parties say later is certified", async () => {
    const world = await askedWorld(imageDesigner);
    const ada = world.settled("ada");
    await world.sent(ada, "openrouter", "upload");
    world.party("openrouter").standIn.fail("500");
    const requestId = await world.erase(ada, "account");
    const before = world.executions.started.length;
    // Late writes end first; from then on only third parties are looked at.
    await world.pass(requestId, 12);
    world.party("openrouter").standIn.fail("none");
    const store = world.store("work");
    store.put(ada, 3);
    await world.pass(requestId, 12);
    expect(world.executions.started.length).toBeGreaterThan(before);
    expect((await certificateOf(world, requestId)).body.final).toBe(true);
    expect(store.holds(ada)).toHaveLength(3);
  });
});

describe("a third party that answers about somebody else", () => {
  it("is sent nothing more about this person, and a person looks into it", async () => {
    // Nor a letter: a person has to find out first what it did.
    const world = await askedWorld({ ...imageDesigner, processors: withAddress("openrouter") });
    const ada = world.settled("ada");
    for (let at = 0; at < 9; at += 1) {
      await world.sent(ada, "openrouter", "upload");
      world.clock.advance(1);
    }
    world.party("openrouter").standIn.fail("other-subject");
    const requestId = await world.erase(ada);
    expect(world.party("openrouter").standIn.calls.length).toBeLessThanOrEqual(4);
    await world.pass(requestId, 2 * HOURS_A_DAY);
    expect(world.party("openrouter").standIn.calls.length).toBeLessThanOrEqual(4);
    expect(world.letters.sent.filter(({ to }) => to === ASKED_AT)).toEqual([]);
    expect(await world.tasks.openAbout(requestId)).toMatchObject([
      {
        kind: "ask-processor",
        processor: "openrouter",
        needs: expect.stringMatching(/^Incident: OpenRouter .* Ask OpenRouter to delete/),
      },
    ]);
    expect((await certificateOf(world, requestId)).body.processors.outcomes).toMatchObject([
      { outcome: "attestation-requested", things: { asked: 9, withAPerson: 9 } },
    ]);
  });
});

describe("a third party whose API is given up", () => {
  it("is asked by one letter about what it has still, if an address is on record, and by a person if none is", async () => {
    const processors = withAddress("openrouter");
    for (const [policy, letters] of [
      [{ ...imageDesigner, processors }, 1],
      [imageDesigner, 0],
    ] as const) {
      const world = await askedWorld(policy);
      const ada = world.settled("ada");
      const gone = await world.sent(ada, "openrouter", "upload");
      const requestId = await world.open(ada);
      await world.drainAndRun(requestId);
      world.clock.advance(1);
      const kept = [await world.sent(ada, "openrouter", "upload")];
      world.clock.advance(1);
      kept.push(await world.sent(ada, "openrouter", "upload"));
      world.party("openrouter").standIn.fail("500");
      // They are asked about by the last look at late writes, and for weeks.
      await world.pass(requestId, 25 * HOURS_A_DAY - 6);
      expect(world.letters.sent.filter(({ to }) => to === ASKED_AT)).toEqual([]);
      await world.pass(requestId, 18);
      const sent = world.letters.sent.filter(({ to }) => to === ASKED_AT);
      expect(sent).toHaveLength(letters);
      for (const { text } of sent) {
        for (const { reference } of kept) expect(text).toContain(reference);
        expect(text).not.toContain(gone.reference);
      }
      const [task] = await world.tasks.openAbout(requestId);
      expect(task?.needs).toMatch(
        letters > 0 ? /not done it in time\. Lethe asks OpenRouter/ : /not done it in time\. Ask OpenRouter/,
      );
      await world.pass(requestId, 3 * HOURS_A_DAY);
      const about = world.letters.sent
        .filter(({ to }) => to === ASKED_AT)
        .map((letter) => letter.about.letter);
      expect(about).toEqual(letters > 0 ? ["ask-processor", "remind-processor"] : []);
    }
  });
});

describe("a third party without an API", () => {
  it("is asked by a person when an account is erased, and the last certificate has its answer", async () => {
    const world = await askedWorld(imageDesigner);
    const ada = world.settled("ada");
    const { policy } = world.compiled;
    const letter = { kind: "written-mail", reference: "mail-1" } as const;
    await recordDisclosure(world, policy, ada, {
      processor: "mail-vendor",
      category: "mail-subscription",
      ...letter,
    });
    const requestId = await world.erase(ada);
    expect((await world.read(requestId)).progress.state).toBe("completed");
    await world.pass(requestId, 12);
    expect((await world.tasks.openAbout(requestId)).map(({ processor }) => processor)).toEqual([
      "mail-vendor",
    ]);
    expect((await certificateOf(world, requestId)).body).toMatchObject({ final: false });

    await answered(world, requestId, "mail-vendor");
    await world.pass(requestId, 1);
    const last = await certificateOf(world, requestId);
    expect(last.body).toMatchObject({ final: true });
    expect(last.body.processors.outcomes).toMatchObject([
      { id: "mail-vendor", outcome: "attestation-received" },
    ]);
    expect((await world.read(requestId)).progress).not.toHaveProperty("settling");
  });
});

describe("what is sent while somebody is erased", () => {
  it("and recorded late is asked about by the last look", async () => {
    const world = await askedWorld(imageDesigner);
    const ada = world.settled("ada");
    const requestId = await world.erase(ada);
    const late = await world.sent(ada, "openrouter", "upload");
    await world.pass(requestId, 12);
    expect(world.party("openrouter").has(late.reference)).toBe(false);
    expect((await certificateOf(world, requestId)).body.processors.outcomes).toMatchObject([
      { id: "openrouter", outcome: "deleted" },
    ]);
  });
});

describe("what a legal hold stands over", () => {
  it("is asked about nobody until it is released, and the certificate says so", async () => {
    const holdException = { promise: "ID4", legalBasis: "GDPR Art. 17(3)(e)" };
    const retention = imageDesigner.retention.map((rule) =>
      rule.category === "upload" ? { ...rule, holdable: true, holdException } : rule,
    );
    const world = await askedWorld({ ...imageDesigner, retention });
    const ada = world.settled("ada");
    const { reference } = await world.sent(ada, "openrouter", "upload");
    const { service } = world.compiled.policy;
    const subjectRef = subjectReference(await world.subjectKeys.current(), service.id, ada);
    const hold = await world.holds.place({
      ...{ schema: "lethe.hold/1", service: service.id, region: "us-east-1", holdId: HOLD_ID },
      ...{ owner: "legal", reason: "A claim", legalBasis: "GDPR Art. 17(3)(e)", reviewOn: "2027-01-01" },
      covers: { subjectRef, category: "upload" },
      ...{ placedBy: GRACE, placedAt: world.clock.now().toISOString() },
    });
    const requestId = await world.erase(ada, "processors:openrouter");
    expect(world.party("openrouter").standIn.calls).toEqual([]);
    const { gaps } = (await certificateOf(world, requestId)).body;
    expect(gaps.join("\n")).toContain("a legal hold of ours stands over them");

    await world.holds.release(hold.holdId, { by: GRACE, at: world.clock.now().toISOString() }, 2_000_000_000);
    await world.pass(requestId, 2 * HOURS_A_DAY);
    expect(world.party("openrouter").has(reference)).toBe(false);
  });
});

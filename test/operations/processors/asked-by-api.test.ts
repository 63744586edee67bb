import { describe, expect, it } from "vitest";
import { policy as gptImage } from "../../../policies/gpt-image.ts";
import { policy as imageDesigner } from "../../../policies/image-designer.ts";
import { certificateOf } from "../../world/certificate-of.ts";
import { secondVerdict } from "../../world/second-verdict.ts";
import { type AskedWorld, askedWorld } from "./asked-world.ts";

const HOURS_A_DAY = 24;

const outcomesOf = async (world: AskedWorld, requestId: string) => {
  const { body } = await certificateOf(world, requestId);
  return Object.fromEntries((body.processors.outcomes ?? []).map(({ id, outcome }) => [id, outcome]));
};

describe("an erasure of an account", () => {
  it("asks exactly those that got something, and says of each what came of it", async () => {
    const world = await askedWorld(imageDesigner);
    const [ada, grace] = [world.settled("ada"), world.settled("grace")];
    const hers = [
      await world.sent(ada, "openrouter", "upload"),
      await world.sent(ada, "gemini", "upload"),
      await world.sent(ada, "cloudflare", "saved-work"),
    ];
    const his = await world.sent(grace, "openrouter", "upload");
    const requestId = await world.erase(ada);

    expect(hers.map(({ processor, reference }) => world.party(processor).has(reference))).toEqual([
      false,
      false,
      false,
    ]);
    expect(world.party("openrouter").has(his.reference)).toBe(true);
    for (const id of ["fal", "groq"]) expect(world.party(id).standIn.calls).toEqual([]);
    expect(await outcomesOf(world, requestId)).toEqual({
      openrouter: "deleted",
      gemini: "deleted",
      cloudflare: "deleted",
    });
    const certificate = await certificateOf(world, requestId);
    expect(certificate.body.processors.statement).toMatch(/3 of 6; 3 of these have answered/);
    const text = certificate.body.gaps.join("\n");
    expect(text).toMatch(/No record says that fal.ai was sent anything/);
    expect(text).toMatch(
      /Of what OpenRouter was sent, 1 it deleted, and a look by another call did not find them/,
    );
    expect(JSON.stringify(certificate)).not.toContain(hers[0]?.reference);
    expect(secondVerdict(certificate, world.key)).toBe("Valid.\n");
    const left: unknown[] = [];
    const { subjectRef } = await world.read(requestId);
    for await (const one of world.disclosures.of(subjectRef)) left.push(one);
    expect(left).toEqual([]);
  });

  it("says when what cannot be deleted goes by itself, and certifies once more when that day has come", async () => {
    const world = await askedWorld(gptImage);
    const ada = world.settled("ada");
    await world.sent(ada, "openai", "session-image", { kind: "inference", reference: "img-1" });
    const requestId = await world.erase(ada);
    const first = await certificateOf(world, requestId);
    expect(first.body).toMatchObject({ final: false });
    expect(first.body.processors.outcomes).toMatchObject([
      {
        id: "openai",
        outcome: "ages-out-on",
        until: "2026-12-23T10:00:00.000Z",
        things: { asked: 1, agesOut: 1 },
      },
    ]);

    await world.pass(requestId, 29 * HOURS_A_DAY);
    expect((await certificateOf(world, requestId)).body.final).toBe(false);
    await world.pass(requestId, 2 * HOURS_A_DAY);
    const last = await certificateOf(world, requestId);
    expect(last.body.final).toBe(true);
    expect(last.body.processors.outcomes).toMatchObject([{ outcome: "ages-out-on" }]);
    expect(secondVerdict(last, world.key)).toBe("Valid.\n");
    const request = await world.read(requestId);
    expect(request.progress).not.toHaveProperty("settling");
    expect(request).not.toHaveProperty("subjectId");
  });

  it("catches a third party that lies, goes on asking, and has a person ask in time", async () => {
    const world = await askedWorld(imageDesigner);
    const ada = world.settled("ada");
    const { reference } = await world.sent(ada, "openrouter", "upload");
    world.party("openrouter").standIn.fail("lies");
    const requestId = await world.erase(ada);
    const { body } = await certificateOf(world, requestId);
    expect(body.final).toBe(false);
    expect(body.processors.outcomes).toMatchObject([
      { id: "openrouter", outcome: "not-possible", things: { unanswered: 1 } },
    ]);
    expect(body.gaps.join()).toMatch(/it said that it was done, and they were still there when looked at/);

    await world.pass(requestId, 26 * HOURS_A_DAY);
    expect(world.party("openrouter").has(reference)).toBe(true);
    expect(await world.tasks.openAbout(requestId)).toMatchObject([
      {
        kind: "ask-processor",
        processor: "openrouter",
        dueAt: "2026-12-21T10:00:00.000Z",
        needs: expect.stringMatching(/^The API of OpenRouter has not done it in time/),
      },
    ]);
    expect(await outcomesOf(world, requestId)).toEqual({ openrouter: "not-possible" });
  });

  it("goes on with one that is down when it is up again, and certifies that", async () => {
    const world = await askedWorld(imageDesigner);
    const ada = world.settled("ada");
    const { reference } = await world.sent(ada, "openrouter", "upload");
    world.party("openrouter").standIn.fail("500");
    const requestId = await world.erase(ada);
    expect((await certificateOf(world, requestId)).body.gaps.join()).toMatch(
      /not reached or gave no clear answer/,
    );
    world.party("openrouter").standIn.fail("none");
    await world.pass(requestId, 2);
    expect(world.party("openrouter").has(reference)).toBe(false);
    expect(await outcomesOf(world, requestId)).toEqual({ openrouter: "deleted" });
    expect((await certificateOf(world, requestId)).body.final).toBe(true);
  });
});

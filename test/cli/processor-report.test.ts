import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { reportOn, reportText } from "../../cli/request-report.ts";
import { policy as gptImage } from "../../policies/gpt-image.ts";
import { policy as imageDesigner } from "../../policies/image-designer.ts";
import { type AskedWorld, askedWorld } from "../operations/processors/asked-world.ts";
import { contextOver, deploymentOf, written } from "./service.ts";

/** An hour and the looks after it: what was permitted before the freeze may be written until then. */
const LATE_WRITES_HOURS = 3;

async function reported(world: AskedWorld, requestId: string) {
  const home = mkdtempSync(join(tmpdir(), "lethe-report-"));
  onTestFinished(() => rmSync(home, { recursive: true }));
  const deployment = deploymentOf(world, "embedded", { home });
  const ports = await contextOver(world, deployment, written()).ports();
  return reportOn(deployment, ports, await world.read(requestId));
}

describe("what a command says of third parties", () => {
  it("is of each how it stands: outcome, counts, and what nobody can know", async () => {
    const world = await askedWorld(imageDesigner);
    const ada = world.settled("ada");
    for (const processor of ["openrouter", "gemini"]) await world.sent(ada, processor, "upload");
    world.party("openrouter").standIn.fail("lies");
    const report = await reported(world, await world.erase(ada));

    expect(report.processors.map(({ id, outcome }) => [id, outcome])).toEqual([
      ["fal", null],
      ["groq", null],
      ["openrouter", "not-possible"],
      ["gemini", "deleted"],
      ["cloudflare", null],
      ["mail-vendor", null],
    ]);
    expect(report.processors[2]).toMatchObject({
      things: { asked: 1, deleted: 0, unanswered: 1 },
      answerOwedAt: "2026-12-21T10:00:00.000Z",
      gap: expect.stringMatching(
        /^Of what OpenRouter was sent, 1 it has not deleted yet: it said that it was/,
      ),
    });
    expect(report.processors[3]?.gap).toMatch(/^Of what Google Gemini API was sent, 1 it deleted/);
    const text = reportText(report);
    expect(text).toMatch(/^openrouter +1 +0 +0 +0 +0 +1 +not-possible +owed by 2026-12-21$/mu);
    expect(text).toMatch(/^gemini +1 +1 +0 +0 +0 +0 +deleted$/mu);
    expect(text).toMatch(/^fal +not asked$/mu);
    expect(text).toMatch(/^- No record says that fal\.ai was sent anything/mu);
    expect(Math.max(...text.split("\n").map(({ length }) => length))).toBeLessThanOrEqual(130);
  });

  it("is also what one shows of how long it is set to keep things", async () => {
    const world = await askedWorld(gptImage);
    const ada = world.settled("ada");
    await world.sent(ada, "openai", "session-image", { kind: "inference", reference: "img-1" });
    const report = await reported(world, await world.erase(ada));
    expect(report.processors.find(({ id }) => id === "openai")).toMatchObject({
      outcome: "ages-out-on",
      setting: { read: "yes", of: "organization", says: "modified-abuse-monitoring" },
    });
    const text = reportText(report).replaceAll(/\n */gu, " ");
    expect(text).toMatch(
      /Its own setting for our organisation, read on 2026-\d\d-\d\d, says modified abuse/u,
    );
  });

  it("is, of a request that has completed without the last word of one, when it is looked for next", async () => {
    const world = await askedWorld(imageDesigner);
    const ada = world.settled("ada");
    await world.sent(ada, "openrouter", "upload");
    world.party("openrouter").standIn.fail("500");
    const requestId = await world.erase(ada);
    await world.pass(requestId, LATE_WRITES_HOURS);
    const report = await reported(world, requestId);

    expect(report).toMatchObject({ state: "completed", settling: { missing: 1 } });
    expect(report.settling?.nextLookAt).toMatch(/^2026-11-2\dT/);
    expect(report.lookedAtAgainAt).toBeUndefined();
    expect(reportText(report)).toMatch(
      /^settling +waits for the last word of one third party; next look at 2/mu,
    );

    world.party("openrouter").standIn.fail("none");
    await world.pass(requestId, LATE_WRITES_HOURS);
    const last = await reported(world, requestId);
    expect(last.settling).toBeUndefined();
    expect(last.processors[2]).toMatchObject({ outcome: "deleted", things: { deleted: 1, unanswered: 0 } });
  });
});

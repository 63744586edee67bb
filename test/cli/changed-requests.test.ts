import { beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { cancel, expedite, pauseOrResume, refuse } from "../../cli/commands/change.ts";
import { listRequests, showStatus } from "../../cli/commands/requests.ts";
import { showPlanOf } from "../../cli/commands/show-plan.ts";
import { UsageError } from "../../cli/exit-codes.ts";
import { type ErasureRequest, isEnded } from "../../shared/domain/requests/erasure-request.ts";
import { pauseRequest } from "../../shared/operations/pause-request.ts";
import { refuseRequest } from "../../shared/operations/refuse-request.ts";
import { withdrawRequest } from "../../shared/operations/withdraw-request.ts";
import type { ErasureWorld } from "../world/erasure-world.ts";
import { gracefulWorld } from "../world/graceful-world.ts";
import { contextOver, deploymentOf, written } from "./service.ts";

const ADA = { kind: "staff", name: "ada" } as const;
const ReportSchema = z.object({ state: z.string(), reason: z.string().optional() });
let world: ErasureWorld;
let requestId: string;

beforeEach(async () => {
  world = await gracefulWorld();
  requestId = await world.open(world.settle("1", 2));
  await world.drain();
});

describe("how a request stands, in words", () => {
  it("is its grace and how to take it back", async () => {
    expect(await status()).toEqual([3, expect.objectContaining({ state: "waiting" })]);
    const [, { reason }] = await status();
    expect(reason).toContain(`lethe cancel ${requestId}`);
    expect(reason).toContain((await world.read(requestId)).graceEndsAt);
  });

  it("is who paused it", async () => {
    await pauseRequest(world, requestId, ADA);
    const [exitCode, { state, reason }] = await status();
    expect([exitCode, state, reason]).toEqual([3, "waiting", expect.stringContaining("ada paused it")]);
    expect(await listed()).toMatchObject([{ requestId, paused: { by: ADA } }]);
  });

  it("is that it was taken back, or on which ground it was refused", async () => {
    await withdrawRequest(world, { requestId, by: { kind: "subject" } });
    expect(await status()).toEqual([
      1,
      expect.objectContaining({ state: "withdrawn", reason: expect.stringContaining("the person took it") }),
    ]);
    requestId = await world.open(world.settle("2", 1));
    await refuseRequest(world, { requestId, by: ADA, ground: "legal-claims", reason: "case 12" });
    const [exitCode, { state, reason }] = await status();
    expect([exitCode, state]).toEqual([1, "refused"]);
    expect(reason).toContain("Art. 17(3)(e)");
    expect(reason).toContain("case 12");
  });

  it("is told of every request alike", async () => {
    const requests: readonly ErasureRequest[] = await world.register.list(10);
    expect(requests.some(isEnded)).toBe(false);
    expect(await listed()).toHaveLength(requests.length);
  });
});

describe("lethe plan", () => {
  it("shows the plan on record with the digest that an approval binds to", async () => {
    const streams = written();
    expect(await showPlanOf(context(streams), requestId)).toBe(0);
    expect(JSON.parse(streams.stdout())).toMatchObject({
      requestId,
      plan: { entries: 3, digest: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
  });
});

describe("a change of a request", () => {
  it.each([
    ["refuse", () => refuse(context(), requestId, { ground: "legal-claims", reason: "case 12" })],
    ["pause", () => pauseOrResume(context(), "pause", requestId, {})],
    ["resume", () => pauseOrResume(context(), "resume", undefined, { all: true })],
    ["expedite", () => expedite(context(), requestId, {})],
  ])("needs a name on one machine: %s", async (_, change) => {
    await expect(change()).rejects.toThrow(UsageError);
  });

  it("takes no name on AWS, where the identity that signs is who acts", async () => {
    const onAws = contextOver(world, deploymentOf(world, "aws"), written());
    await expect(cancel(onAws, requestId, { as: "ada" })).rejects.toThrow(UsageError);
  });

  it.each(["", "x".repeat(501)])("is refused with no reason or too long a one (%#)", async (reason) => {
    const refusing = refuse(context(), requestId, { ground: "legal-claims", reason, as: "ada" });
    await expect(refusing).rejects.toThrow("1 to 500");
  });
});

function context(streams = written()) {
  return contextOver(world, deploymentOf(world, "embedded"), streams);
}

async function status(): Promise<readonly [number, z.infer<typeof ReportSchema>]> {
  const streams = written();
  const exitCode = await showStatus(context(streams), requestId);
  return [exitCode, ReportSchema.parse(JSON.parse(streams.stdout()))];
}

async function listed(): Promise<unknown> {
  const streams = written();
  await listRequests(context(streams));
  return JSON.parse(streams.stdout());
}

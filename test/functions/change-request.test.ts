import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { handler as change } from "../../functions/change-request.ts";
import { DEPLOYMENT_VARIABLES } from "../../shared/adapters/aws/deployment.ts";
import { planDigest } from "../../shared/domain/erasure/erasure-plan.ts";
import { deployed as world } from "./graceful-deployment.ts";
import { invocation } from "./output.ts";

vi.mock("../../functions/deployed/register.ts", async () => {
  const { deployed } = await import("./graceful-deployment.ts");
  return { register: deployed.register };
});
vi.mock("../../functions/deployed/records.ts", async () => {
  const { deployed } = await import("./graceful-deployment.ts");
  return { records: deployed.records };
});
vi.mock("../../functions/deployed/tasks.ts", async () => {
  const { deployed } = await import("./graceful-deployment.ts");
  return { tasks: deployed.tasks };
});
vi.mock("../../functions/deployed/clock.ts", async () => {
  const { deployed } = await import("./graceful-deployment.ts");
  return { systemClock: deployed.clock };
});
vi.mock("../../functions/deployed/drain-signal.ts", () => ({ signalDrain: async () => undefined }));

const SUPPORT = "arn:aws:sts::111111111111:assumed-role/support";
const LEAD = "arn:aws:sts::111111111111:assumed-role/support-lead/grace";
const AnswerSchema = z.object({ statusCode: z.number(), body: z.string() });
const BodySchema = z.looseObject({ error: z.string().optional(), message: z.string().optional() });
let person = 0;
let requestId: string;
let subject: string;

beforeEach(async () => {
  person += 1;
  subject = `person-${person}`;
  requestId = await world.open(world.settle(subject, 2));
  await world.drain();
});

afterEach(() => vi.unstubAllEnvs());

describe("a change of a request, on AWS", () => {
  it("is refused to a caller whom AWS does not name, whatever a header says", async () => {
    const answer = await changed("/requests/{requestId}/pause", {}, { userArn: null, header: "ada" });
    expect(answer).toMatchObject({ statusCode: 403, error: "CallerUnknown" });
  });

  it("is made by the identity that signed, not by one that a header or body names", async () => {
    await changed("/requests/{requestId}/pause", { by: "ada" }, { userArn: LEAD, header: "ada" });
    expect((await world.read(requestId)).paused?.by).toEqual({ kind: "staff", name: LEAD });
    expect(await changed("/requests/{requestId}/resume", {})).toMatchObject({
      statusCode: 200,
      state: "grace",
    });
  });

  it("takes a request back for the person only where the service calls, and only their own", async () => {
    const path = "/service/requests/{requestId}/withdrawal";
    expect(await changed(path, { subject: "person-0" })).toMatchObject({
      statusCode: 403,
      error: "not-theirs",
    });
    expect(await changed(path, {})).toMatchObject({ statusCode: 400 });
    expect(await changed(path, { subject })).toMatchObject({ statusCode: 200, state: "withdrawn" });
    expect((await world.read(requestId)).progress).toMatchObject({ by: { kind: "subject" } });
    // As when the first answer was lost.
    expect(await changed(path, { subject })).toMatchObject({ statusCode: 200, state: "withdrawn" });
  });

  it("lets nobody act as staff where the service calls", async () => {
    const answer = await changed("/service/requests/{requestId}/refusal", {
      ground: "legal-claims",
      reason: "case 12",
    });
    expect(answer).toMatchObject({ statusCode: 403 });
    expect((await world.read(requestId)).progress.state).toBe("grace");
  });

  it.each([
    { ground: "because", reason: "case 12" },
    { ground: "legal-claims", reason: "" },
    { ground: "legal-claims", reason: "x".repeat(501) },
    { ground: "legal-claims", reason: "case 12", by: "ada" },
  ])("refuses only on a ground of the law, with a reason (%#)", async (body) => {
    expect(await changed("/requests/{requestId}/refusal", body)).toMatchObject({ statusCode: 400 });
    expect((await world.read(requestId)).progress.state).toBe("grace");
  });

  it("records the ground of a refusal", async () => {
    const body = { ground: "legal-claims", reason: "case 12" };
    expect(await changed("/requests/{requestId}/refusal", body)).toMatchObject({ state: "refused" });
  });

  it("ends a grace for two roles, and not for two sessions of one", async () => {
    const plan = await world.register.readPlan(requestId);
    const body = { planDigest: plan ? planDigest(plan) : "" };
    const path = "/requests/{requestId}/expedition";
    expect(await changed(path, body)).toMatchObject({ statusCode: 202, state: "needs-a-second-person" });
    expect(await changed(path, body, { userArn: `${SUPPORT}/grace` })).toMatchObject({ statusCode: 403 });
    expect(await changed(path, body, { userArn: LEAD })).toMatchObject({ statusCode: 202, state: "grace" });
    expect((await world.read(requestId)).graceEndsAt).toBe(world.clock.now().toISOString());
  });

  it("says that there is no undo once the erasure has begun", async () => {
    const request = await world.read(requestId);
    const dueAt = world.clock.now().toISOString();
    await world.register.update({ ...request, attempt: 1, progress: { state: "running", dueAt } });
    const answer = await changed("/requests/{requestId}/withdrawal", {});
    expect(answer).toMatchObject({ statusCode: 409, error: "frozen-already" });
    expect(answer.message).toContain("no undo");
  });

  it("stops everything and lets it go on", async () => {
    expect(await changed("/pause", {})).toMatchObject({ statusCode: 200 });
    expect(await world.register.pausedAll()).toMatchObject({ by: { kind: "staff", name: `${SUPPORT}/ada` } });
    expect(await changed("/resume", {})).toMatchObject({ statusCode: 200, state: "resumed" });
    expect(await changed("/resume", {})).toMatchObject({ statusCode: 409, error: "not-paused" });
  });

  it("is refused for a path that nobody declared, and for a request that is not there", async () => {
    expect(await changed("/requests/{requestId}/deletion", {})).toMatchObject({ statusCode: 404 });
    requestId = `req_${"0".repeat(26)}`;
    expect(await changed("/requests/{requestId}/pause", {})).toMatchObject({ statusCode: 404 });
  });
});

describe("a change of a request, on the embedded AWS", () => {
  it("is the person's without a name, and only to take their request back", async () => {
    vi.stubEnv(DEPLOYMENT_VARIABLES.localActors, "yes");
    const nobody = { userArn: null };
    expect(await changed("/requests/{requestId}/pause", {}, nobody)).toMatchObject({ statusCode: 403 });
    expect(await changed("/requests/{requestId}/withdrawal", {}, nobody)).toMatchObject({ statusCode: 200 });
  });
});

async function changed(
  resource: string,
  body: unknown,
  { userArn = `${SUPPORT}/ada`, header }: { userArn?: string | null; header?: string } = {},
) {
  const event = {
    resource,
    body: JSON.stringify(body),
    headers: header === undefined ? {} : { "x-lethe-actor": header },
    pathParameters: resource.includes("{requestId}") ? { requestId } : null,
    requestContext: { identity: { userArn } },
  };
  const answer = AnswerSchema.parse(await change(event, invocation()));
  return { ...BodySchema.parse(JSON.parse(answer.body)), statusCode: answer.statusCode };
}

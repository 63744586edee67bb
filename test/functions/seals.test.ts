import { beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { handler as extend } from "../../functions/extend-seal.ts";
import { handler as open } from "../../functions/open-request.ts";
import { handler as release } from "../../functions/release-hold.ts";
import { DEPLOYMENT_VARIABLES } from "../../shared/adapters/aws/deployment.ts";
import { sealNumber } from "../world/holds.ts";
import { invocation } from "./output.ts";
import { deployed as world } from "./sealing-deployment.ts";

vi.mock("../../functions/deployed/register.ts", async () => {
  const { deployed } = await import("./sealing-deployment.ts");
  return { register: deployed.register };
});
vi.mock("../../functions/deployed/records.ts", async () => {
  const { deployed } = await import("./sealing-deployment.ts");
  return { records: deployed.records };
});
vi.mock("../../functions/deployed/holds.ts", async () => {
  const { deployed } = await import("./sealing-deployment.ts");
  return { holds: deployed.holds };
});
vi.mock("../../functions/deployed/duties.ts", async () => {
  const { deployed } = await import("./sealing-deployment.ts");
  return { duties: deployed.duties };
});
vi.mock("../../functions/deployed/subject-keys.ts", async () => {
  const { deployed } = await import("./sealing-deployment.ts");
  return { subjectKeys: deployed.subjectKeys };
});
vi.mock("../../functions/deployed/clock.ts", async () => {
  const { deployed } = await import("./sealing-deployment.ts");
  return { systemClock: deployed.clock };
});
vi.mock("../../functions/deployed/drain-signal.ts", () => ({ signalDrain: async () => undefined }));

const SUPPORT = "arn:aws:sts::111111111111:assumed-role/support";
const LEAD = "arn:aws:sts::111111111111:assumed-role/support-lead/grace";
const AnswerSchema = z.object({
  statusCode: z.number(),
  body: z.string().transform((text): unknown => JSON.parse(text)),
});
let number = 0;
let holdId: string;

beforeEach(async () => {
  number += 1;
  ({ holdId } = sealNumber(number));
  await world.holds.place(sealNumber(number));
  for (const [name, value] of [
    [DEPLOYMENT_VARIABLES.policyDigest, world.compiled.digest],
    [DEPLOYMENT_VARIABLES.service, world.compiled.policy.service.id],
    [DEPLOYMENT_VARIABLES.region, "eu-central-1"],
  ] as const)
    vi.stubEnv(name, value);
});

describe("a seal, on AWS", () => {
  it("is lifted by two identities of two roles, and not by two sessions of one", async () => {
    const by = (userArn: string) => called(release, "/holds/{holdId}/release", {}, userArn);
    expect(await by(`${SUPPORT}/ada`)).toMatchObject({ statusCode: 202, body: { needs: "a-second-person" } });
    expect(await by(`${SUPPORT}/grace`)).toMatchObject({ statusCode: 403 });
    expect((await world.holds.read(holdId))?.released).toBeUndefined();
    expect(await by(LEAD)).toMatchObject({ statusCode: 200, body: { isFirst: true } });
  });

  it("is extended by two who want the same day", async () => {
    const by = (userArn: string, until: string) =>
      called(extend, "/holds/{holdId}/extension", { until }, userArn);
    expect(await by(`${SUPPORT}/ada`, "soon")).toMatchObject({ statusCode: 400 });
    expect(await by(`${SUPPORT}/ada`, "2027-11-24")).toMatchObject({ statusCode: 409 });
    expect(await by(`${SUPPORT}/ada`, "2099-01-01")).toMatchObject({ statusCode: 409 });
    world.clock.set("2027-11-01T00:00:00.000Z");
    expect(await by(`${SUPPORT}/ada`, "2028-01-01")).toMatchObject({ statusCode: 202 });
    expect(await by(`${SUPPORT}/grace`, "2028-01-01")).toMatchObject({ statusCode: 403 });
    expect(await by(LEAD, "2028-01-01")).toMatchObject({ statusCode: 200, body: { outcome: "extended" } });
    expect((await world.holds.read(holdId))?.reviewOn).toBe("2028-01-01");
  });

  it("is asked for by staff alone: to whom acts for a person it is refused before anything is on record", async () => {
    const asked = { subject: "person-1", scope: "preserve-and-report", reason: "Report 12" };
    const before = await world.register.list(10);
    const service = await called(open, "/service/requests", asked, LEAD);
    expect(service).toMatchObject({ statusCode: 403, body: { error: "SealingRefused" } });
    const silent = await called(open, "/requests", { ...asked, reason: undefined }, LEAD);
    expect(silent).toMatchObject({ statusCode: 403, body: { error: "SealingRefused" } });
    expect(await world.register.list(10)).toEqual(before);
    expect(await called(open, "/requests", asked, LEAD)).toMatchObject({ statusCode: 202 });
  });
});

async function called(
  handler: (event: never, context: never) => unknown,
  resource: string,
  body: unknown,
  userArn: string,
) {
  const event = {
    resource,
    body: JSON.stringify(body),
    headers: {},
    pathParameters: { holdId },
    requestContext: { identity: { userArn } },
  };
  const answer: unknown = await Reflect.apply(handler, undefined, [event, invocation()]);
  return AnswerSchema.parse(answer);
}

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { emptyOpenai, type OpenaiContent, openaiRoutes } from "../../../local/stand-ins/openai.ts";
import { type StandIn, startStandIn } from "../../../local/stand-ins/stand-in.ts";
import { openaiConnector } from "../../../shared/adapters/processors/openai/connector.ts";
import { startChecked } from "../../stand-ins/start-checked.ts";

const NOW = new Date("2031-11-24T10:00:00.000Z");
const at = NOW.toISOString();
const TIMEOUT_MS = 500;

describe("what OpenAI is set to keep", () => {
  let content: OpenaiContent;
  let standIn: StandIn;

  beforeEach(async () => {
    content = emptyOpenai();
    content.retention.projects.set("proj_own", "zero_data_retention").set("proj_none", "none");
    content.retention.projects.set("proj_default", "organization_default");
    standIn = await startChecked("openai", openaiRoutes(content));
  });
  afterEach(() => standIn.stop());

  const setting = (projectId?: string, key: string | undefined = "admin-1") => {
    const place = (token: string) => ({
      ...{ baseUrl: `${standIn.url}/v1`, timeoutMs: TIMEOUT_MS, now: () => NOW },
      authorization: async () => ({ authorization: `Bearer ${token}` }),
    });
    const admin = key === "" ? undefined : place(key);
    return openaiConnector(place("sk-project"), { admin, projectId }).readSetting?.(NOW);
  };

  it.each([
    ["proj_own", "project", "zero-data-retention"],
    ["proj_none", "project", "none"],
    ["proj_default", "organization", "modified-abuse-monitoring"],
    [undefined, "organization", "modified-abuse-monitoring"],
  ])("of project %s is what stands for the %s: %s", async (project, of, says) => {
    expect(await setting(project)).toEqual({ read: "yes", at, of, says });
    expect(standIn.undocumented).toEqual([]);
  });

  it("is not read without a key that may, and nothing is called", async () => {
    expect(await setting("proj_own", "")).toEqual({ read: "no", at, because: "no-key" });
    expect(standIn.calls).toEqual([]);
  });

  it("is not read with the key of a project, which may not", async () => {
    expect(await setting("proj_own", "sk-project")).toEqual({ read: "no", at, because: "refused" });
  });

  it("is not read of a project that is not there: nobody takes the organisation's for it", async () => {
    expect(await setting("proj_lost")).toEqual({ read: "no", at, because: "unclear" });
  });

  it.each([
    ["401", "refused"],
    ["403", "refused"],
    ["429", "unclear"],
    ["500", "unclear"],
    ["slow", "unclear"],
    ["html", "unclear"],
    ["redirect", "unclear"],
  ] as const)("is not read where it answers %s: %s", async (fault, because) => {
    standIn.fail(fault);
    expect(await setting("proj_own")).toEqual({ read: "no", at, because });
  });
});

it("is not known where OpenAI has a word for it that is not known here", async () => {
  const content = emptyOpenai();
  content.retention.organization = "none_of_these";
  const answers = openaiRoutes(content).find(({ path }) => path === "/v1/organization/data_retention");
  const standIn = await startStandIn(answers ? [answers] : []);
  const admin = {
    ...{ baseUrl: `${standIn.url}/v1`, now: () => NOW },
    authorization: async () => ({ authorization: "Bearer admin-1" }),
  };
  const said = await openaiConnector(admin, { admin }).readSetting?.(NOW);
  await standIn.stop();
  expect(said).toEqual({ read: "no", at, because: "unclear" });
});

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type DemoProcessorOptions, demoProcessor } from "../../cli/commands/demo-processor.ts";
import type { Deployment } from "../../cli/deployment.ts";
import { CommandFailed, EXIT, UsageError } from "../../cli/exit-codes.ts";
import { forgetDesk, recordDesk, recordedStandIns } from "../../local/stand-ins/at-the-desk.ts";
import { type Desk, openDesk } from "../../local/stand-ins/desk.ts";
import { type RunningParties, startParties } from "../../local/stand-ins/running.ts";
import { keptTerminal } from "./kept-terminal.ts";

describe("lethe demo processor", () => {
  let home: string;
  let running: RunningParties;
  let desk: Desk;

  beforeEach(async () => {
    home = mkdtempSync(join(tmpdir(), "lethe-demo-processor-"));
    running = await startParties(["openai", "stripe", "mail-vendor"]);
    desk = await openDesk(running);
    recordDesk(home, desk.url);
  });
  afterEach(async () => {
    await Promise.all([desk.stop(), running.stop()]);
    rmSync(home, { recursive: true });
  });

  const asked = async (
    id?: string,
    options: DemoProcessorOptions = {},
    where: Deployment["where"] = "embedded",
  ) => {
    const terminal = keptTerminal();
    const clientConfig = { region: "eu-central-1", credentials: { accessKeyId: "x", secretAccessKey: "x" } };
    const deployment: Deployment = {
      ...{ where, home, clientConfig, region: "eu-central-1", endpoint: "http://127.0.0.1:1" },
      output: () => "",
    };
    const ports = () => Promise.reject(new Error("It needs none."));
    const context = { terminal, environment: {}, deployment: async () => deployment, ports };
    return { exitCode: await demoProcessor(context, id, options), terminal };
  };
  const call = (path: string, method = "GET") =>
    fetch(new URL(path, running.parties.get("openai")?.standIn.url), { method });

  it("shows each that stands in: what it holds, and what it was asked", async () => {
    await recordedStandIns(home)?.take("openai", "person-1");
    await call("/v1/responses/resp_person-1");
    await call("/v1/nothing");
    const { exitCode, terminal } = await asked();

    expect(exitCode).toBe(EXIT.done);
    expect(terminal.documents).toEqual([
      [
        {
          ...{ id: "openai", fault: "none", url: running.parties.get("openai")?.standIn.url },
          holds: ["resp_person-1"],
          calls: ["GET /v1/responses/resp_person-1", "GET /v1/nothing"],
          undocumented: ["GET /v1/nothing: path"],
        },
        expect.objectContaining({ id: "stripe", holds: [] }),
      ],
    ]);
    expect(terminal.results[0]).toMatch(/openai +http:\S+ +none +1 +2 +1/u);
    expect((await asked("openai")).terminal.results[0]).toContain("  GET /v1/nothing: path");
  });

  it("has one fail as it is told from then on, and no other, until it is told to stop", async () => {
    const { terminal } = await asked("openai", { fault: "429", retryAfter: "7" });
    expect(terminal.documents).toEqual([expect.objectContaining({ id: "openai", fault: "429" })]);
    const answer = await call("/v1/responses/resp_1");
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([429, "7"]);
    expect(running.parties.get("stripe")?.standIn.fault).toBe("none");

    await asked("openai", { fault: "none" });
    expect((await call("/v1/responses/resp_1")).status).toBe(404);
  });

  it.each([
    ["an id that nobody has", "nobody", {}, CommandFailed, /there are openai, stripe/],
    ["a fault that there is not", "openai", { fault: "shy" }, UsageError, /use one of none, lies, slow/],
    ["a fault of nobody", undefined, { fault: "lies" }, UsageError, /give its id/],
    ["a time without a fault", "openai", { retryAfter: "7" }, UsageError, /--fault 429/],
  ] as const)("refuses %s, and changes nothing", async (_, id, options, kind, says) => {
    const refused = asked(id, options);
    await expect(refused).rejects.toThrow(kind);
    await expect(refused).rejects.toThrow(says);
    for (const { standIn } of running.parties.values()) expect(standIn.fault).toBe("none");
  });

  it("has none on AWS, and says how to start them where none were", async () => {
    await expect(asked(undefined, {}, "aws")).rejects.toThrow(UsageError);
    forgetDesk(home);
    await expect(asked()).rejects.toThrow(CommandFailed);
  });

  it("takes no order from a page in a browser", async () => {
    const body = JSON.stringify({ fault: "lies" });
    const answer = await fetch(new URL("/openai/fault", desk.url), { method: "POST", body });
    expect(answer.status).toBe(415);
    expect(running.parties.get("openai")?.standIn.fault).toBe("none");
  });
});

import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  type EmulatedAws,
  type EmulatedAwsOptions,
  PortBusy,
  startEmulatedAws,
} from "../../local/emulated-aws.ts";
import { EmulatorNotStarted, startEmulatorProcess } from "../../local/emulator-process.ts";
import { freePort } from "../../local/free-port.ts";
import { REPOSITORY } from "../../local/local-environment.ts";
import { AlreadyRunning } from "../../local/running.ts";
import { createStack, inlineFunction, invoke } from "./gap-probes/probe.ts";
import { endAll, isRunning, processesNaming } from "./processes.ts";
import { pythonWithMinistack } from "./programs.ts";
import { EVERYTHING, NOTHING, store, stored } from "./stored-things.ts";
import { type TemporaryFolder, temporaryFolder } from "./temporary-folder.ts";

const DEPLOYMENT_FILES = ["deployed.json", "outputs.json"];
const POLL = { timeout: 15_000 };
const NODE = join(REPOSITORY, "node_modules/.bin/node");

const STARTS_ONE = `
  const { startEmulatedAws } = await import("${join(REPOSITORY, "local/emulated-aws.ts")}");
  await startEmulatedAws({ home: process.argv[1], log: () => undefined });`;

describe("the embedded AWS of a folder", () => {
  let home: TemporaryFolder;
  let said: string[];
  let started: EmulatedAws[];

  beforeEach(() => {
    home = temporaryFolder();
    [said, started] = [[], []];
  });
  afterEach(async () => {
    await Promise.all(started.map((aws) => aws.stop()));
    // What a failed test leaves.
    endAll(processesNaming(home.path));
    home.remove();
  });

  const start = async (options: Partial<EmulatedAwsOptions> = {}) => {
    const aws = await startEmulatedAws({ home: home.path, log: (line) => said.push(line), ...options });
    started.push(aws);
    return aws;
  };
  const fileIn = (name: string) => join(home.path, name);

  it("keeps what it held, its address and what was deployed from a stop to the next start", async () => {
    const first = await start();
    await store(first);
    for (const file of DEPLOYMENT_FILES) writeFileSync(fileIn(file), "{}");
    await first.stop();

    const second = await start();

    expect(await stored(second)).toEqual(EVERYTHING);
    expect(second.lostState).toBe(false);
    expect(second.endpoint).toBe(first.endpoint);
    for (const file of DEPLOYMENT_FILES) expect(existsSync(fileIn(file)), file).toBe(true);
    expect(said).toEqual([]);
  });

  it("says that it was killed, though it was stopped once before, and begins with nothing", async () => {
    await (await start()).stop();
    const first = await start();
    await store(first);
    for (const file of DEPLOYMENT_FILES) writeFileSync(fileIn(file), "{}");
    process.kill(first.pid, "SIGKILL");
    await first.ended;

    const second = await start();

    expect(said).toEqual([expect.stringContaining("was killed last time, and its tables are lost")]);
    expect(second.lostState).toBe(true);
    for (const file of DEPLOYMENT_FILES) expect(existsSync(fileIn(file)), file).toBe(false);
    expect(await stored(second)).toEqual(NOTHING);
  });

  it("begins with nothing when asked to", async () => {
    const first = await start();
    await store(first);
    for (const file of DEPLOYMENT_FILES) writeFileSync(fileIn(file), "{}");
    await first.stop();

    const second = await start({ fresh: true });

    expect(await stored(second)).toEqual(NOTHING);
    expect(second.lostState).toBe(false);
    for (const file of DEPLOYMENT_FILES) expect(existsSync(fileIn(file)), file).toBe(false);
  });

  it("is not started on a port that is taken, and says what to do", async () => {
    const port = await freePort();
    const other = await programOn(port);
    try {
      const refused = start({ port });
      await expect(refused).rejects.toThrow(PortBusy);
      await expect(refused).rejects.toThrow(
        `Port ${port} of 127.0.0.1 is taken by another program. Stop that program, or ask for another port, or for none.`,
      );
    } finally {
      other.close();
    }
    expect(existsSync(fileIn("running.json"))).toBe(false);
    expect(processesNaming(home.path)).toEqual([]);
  });

  const settingsOn = (port: number, folder = home.path) => ({
    ...{ folder, port, region: "eu-central-1", origins: [], gapsLeftOpen: [] },
    python: join(REPOSITORY, ".lethe/python/bin/python"),
  });

  it("is not taken for another one that took the port while it started", async () => {
    const first = await start();
    const folder = join(home.path, "another");
    mkdirSync(folder);
    const port = Number(new URL(first.endpoint).port);
    await expect(startEmulatorProcess(settingsOn(port, folder))).rejects.toThrow(EmulatorNotStarted);
    expect(processesNaming(folder)).toEqual([]);
  });

  it("gives up on a port that was taken while it started, by a program that answers nothing", async () => {
    const port = await freePort();
    const other = await programOn(port);
    try {
      await expect(startEmulatorProcess(settingsOn(port))).rejects.toThrow(EmulatorNotStarted);
    } finally {
      other.close();
    }
    expect(processesNaming(home.path)).toEqual([]);
  });

  it("moves to a free port when the one of its last start was taken since", async () => {
    const first = await start();
    await first.stop();
    const other = await programOn(Number(new URL(first.endpoint).port));
    try {
      expect((await start()).endpoint).not.toBe(first.endpoint);
    } finally {
      other.close();
    }
  });

  it("is not started twice, and the first one goes on", async () => {
    const first = await start();

    const second = start();
    await expect(second).rejects.toThrow(AlreadyRunning);
    await expect(second).rejects.toThrow(`kill ${first.pid}`);

    await store(first);
    expect(await stored(first)).toEqual(EVERYTHING);
  });

  it("starts when the number of an ended one was given to another program", async () => {
    const run = { pid: process.pid, endpoint: "http://127.0.0.1:1", region: "eu-central-1" };
    writeFileSync(fileIn("running.json"), JSON.stringify({ ...run, startedAt: "2026-01-01T00:00:00Z" }));

    const aws = await start();

    expect(JSON.parse(readFileSync(fileIn("running.json"), "utf8"))).toMatchObject({ pid: aws.pid });
  });

  it("refuses another MiniStack than the one whose gaps are closed", async () => {
    const refused = start({ python: pythonWithMinistack("9.9.9", home.path) });
    await expect(refused).rejects.toThrow(EmulatorNotStarted);
    await expect(refused).rejects.toThrow(
      "MiniStack 9.9.9 is installed, but its gaps are closed for 1.5.33 only. Remove the folder .lethe/python",
    );
  });

  it("starts through the same detour with the version that it was written for", async () => {
    const aws = await start({ python: pythonWithMinistack("1.5.33", home.path) });
    expect(isRunning(aws.pid)).toBe(true);
  });

  it("is not started with a gap left open that is not known", async () => {
    await expect(start({ gapsLeftOpen: ["no_such_gap"] })).rejects.toThrow("no known gap: no_such_gap");
  });

  it("runs functions on this project's Node, and ends them when it is stopped", async () => {
    const aws = await start();
    const nameOf = await createStack(aws, "functions", {
      Function: inlineFunction(
        "exports.handler = async () => ({ pid: process.pid, version: process.versions.node });",
      ),
    });
    const { pid, version } = await invoke(aws, nameOf("Function"));
    expect(version).toBe(projectNode());
    expect(isRunning(pid)).toBe(true);

    await aws.stop();

    await expect.poll(() => isRunning(pid), POLL).toBe(false);
    expect(processesNaming(home.path)).toEqual([]);
  });

  it("keeps its state when something else ends it in order", async () => {
    const first = await start();
    await store(first);
    process.kill(first.pid, "SIGTERM");
    await first.ended;

    const second = await start();

    expect(second.lostState).toBe(false);
    expect(await stored(second)).toEqual(EVERYTHING);
  });

  it("ends in order when the program that started it was killed", async () => {
    const program = spawn(NODE, ["--input-type=module", "-e", STARTS_ONE, home.path], { stdio: "ignore" });
    try {
      await expect.poll(() => existsSync(fileIn("running.json")), POLL).toBe(true);
    } finally {
      program.kill("SIGKILL");
    }
    await expect.poll(() => processesNaming(home.path), POLL).toEqual([]);

    expect((await start()).lostState).toBe(false);
  });
});

function programOn(port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const program = createServer();
    program.once("error", reject);
    program.listen(port, "127.0.0.1", () => resolve(program));
  });
}

function projectNode(): string {
  const { devDependencies } = JSON.parse(readFileSync(join(REPOSITORY, "package.json"), "utf8"));
  return devDependencies.node;
}

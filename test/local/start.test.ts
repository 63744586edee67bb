import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { REPOSITORY } from "../../local/local-environment.ts";
import { endAll, processesNaming } from "./processes.ts";
import { type TemporaryFolder, temporaryFolder } from "./temporary-folder.ts";

const LISTENS = "The embedded AWS listens at";
const TEST_LIMIT_MS = 90_000;
const LIMIT = { timeout: 60_000 };

describe("npm start", () => {
  let home: TemporaryFolder;

  beforeEach(() => {
    home = temporaryFolder();
  });
  afterEach(() => {
    // What a failed test leaves.
    endAll(processesNaming(home.path));
    home.remove();
  });

  it.each([
    ["Ctrl-C, which a terminal sends to every program of the command", "SIGINT", (pid: number) => -pid],
    ["an interruption of its own", "SIGINT", (pid: number) => pid],
    ["a request to end", "SIGTERM", (pid: number) => pid],
  ] as const)(
    "ends while it is setting up on %s, and leaves no process",
    async (_, signal, addressee) => {
      const { program, said, ended } = start(home.path);
      await expect.poll(() => said.join(""), LIMIT).toContain(LISTENS);
      // The CDK command makes its folder right before it runs the app.
      for (const made of ["cdk.out", "cdk-bootstrap.log"]) {
        await expect.poll(() => existsSync(join(home.path, made)), LIMIT).toBe(true);
      }

      process.kill(addressee(program.pid ?? 0), signal);

      expect(await ended).toEqual({ exitCode: 0, signal: null });
      expect(said.join("")).toContain("Stopping the embedded AWS ...");
      expect(said.join("")).not.toContain("Deploying");
      expect(processesNaming(home.path)).toEqual([]);
      expect(existsSync(join(home.path, "running.json"))).toBe(false);
      expect(existsSync(join(home.path, "aws/clean-stop"))).toBe(true);
    },
    TEST_LIMIT_MS,
  );
});

/** Starts it in a process group of its own, as a shell does. */
function start(home: string) {
  const program: ChildProcess = spawn(
    join(REPOSITORY, "node_modules/.bin/node"),
    [join(REPOSITORY, "local/start.ts"), "--once"],
    { env: { ...process.env, LETHE_HOME: home }, stdio: ["ignore", "ignore", "pipe"], detached: true },
  );
  const said: string[] = [];
  program.stderr?.on("data", (chunk: Buffer) => said.push(chunk.toString("utf8")));
  const ended = new Promise<{ exitCode: number | null; signal: string | null }>((resolve) => {
    program.once("close", (exitCode, signal) => resolve({ exitCode, signal }));
  });
  return { program, said, ended };
}

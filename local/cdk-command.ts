import { spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import {
  assertLocalEndpoint,
  emulatedAwsEnvironment,
  type LocalAws,
  REPOSITORY,
} from "./local-environment.ts";

/** The CDK command ended with an error. */
export class CdkFailed extends Error {
  override readonly name = "CdkFailed";
}

export interface CdkRun {
  readonly aws: LocalAws;
  /** What is being done, for the message of a failure, e.g. "Synthesising". */
  readonly purpose: string;
  readonly arguments: readonly string[];
  readonly folder: string;
  /** File that keeps all it says. */
  readonly logFile: string;
  readonly onLine?: (line: string) => void;
  /** Ends the command, and the app it runs, when it is aborted. */
  readonly signal?: AbortSignal | undefined;
}

const LINES_SHOWN = 20;

/** How the CDK command begins a line that says what is wrong; what it prints after them is often advice. */
const COMPLAINT = /^\s*(ERROR|❌|\[Error)|: fail: /;

/**
 * Runs the CDK command against the embedded AWS.
 *
 * @throws {CdkFailed} with the last lines it printed.
 */
export async function runCdk({
  aws,
  purpose,
  folder,
  logFile,
  onLine,
  signal,
  ...run
}: CdkRun): Promise<void> {
  const environment = emulatedAwsEnvironment(aws);
  assertLocalEndpoint(environment);
  signal?.throwIfAborted();
  const log = createWriteStream(logFile);
  const lines: string[] = [];
  const child = spawn(
    join(REPOSITORY, "node_modules/.bin/node"),
    [join(REPOSITORY, "node_modules/.bin/cdk"), ...run.arguments, "--no-color", "--no-notices"],
    // A group of its own: the app that it starts has to end with it.
    { cwd: folder, env: { ...environment }, stdio: ["ignore", "pipe", "pipe"], detached: true },
  );
  const end = () => endGroup(child.pid);
  signal?.addEventListener("abort", end, { once: true });
  for (const output of [child.stdout, child.stderr]) {
    createInterface({ input: output }).on("line", (line) => {
      log.write(`${line}\n`);
      if (line.trim() !== "") lines.push(line);
      onLine?.(line);
    });
  }
  const ending = await new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("close", (code, signal) => resolve(code === 0 ? "" : String(signal ?? `exit code ${code}`)));
  });
  signal?.removeEventListener("abort", end);
  log.end();
  if (ending === "") return;
  throw new CdkFailed(`${purpose} failed (${ending}). From ${logFile}:\n${telling(lines).join("\n")}`);
}

/** Ends the CDK command and whatever it started, by the number of the group that it leads. */
function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGTERM");
  } catch (error) {
    // It ended by itself at this moment, which is what was wanted.
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}

/** Returns the complaints with the line after each, which says where; without any, the last lines. */
function telling(lines: readonly string[]): readonly string[] {
  const told = lines.filter((line, index) => COMPLAINT.test(line) || COMPLAINT.test(lines[index - 1] ?? ""));
  return told.length > 0 ? told.slice(0, LINES_SHOWN) : lines.slice(-LINES_SHOWN);
}

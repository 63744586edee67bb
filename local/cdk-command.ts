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
}

const LINES_SHOWN = 20;

/**
 * Runs the CDK command against the embedded AWS.
 *
 * @throws {CdkFailed} with the last lines it printed.
 */
export async function runCdk({ aws, purpose, folder, logFile, onLine, ...run }: CdkRun): Promise<void> {
  const environment = emulatedAwsEnvironment(aws);
  assertLocalEndpoint(environment);
  const log = createWriteStream(logFile);
  const lastLines: string[] = [];
  const child = spawn(
    join(REPOSITORY, "node_modules/.bin/node"),
    [join(REPOSITORY, "node_modules/.bin/cdk"), ...run.arguments, "--no-color", "--no-notices"],
    { cwd: folder, env: { ...environment }, stdio: ["ignore", "pipe", "pipe"] },
  );
  for (const output of [child.stdout, child.stderr]) {
    createInterface({ input: output }).on("line", (line) => {
      log.write(`${line}\n`);
      if (line.trim() !== "") lastLines.push(line);
      if (lastLines.length > LINES_SHOWN) lastLines.shift();
      onLine?.(line);
    });
  }
  const ending = await new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("close", (code, signal) => resolve(code === 0 ? "" : String(signal ?? `exit code ${code}`)));
  });
  log.end();
  if (ending === "") return;
  throw new CdkFailed(
    `${purpose} failed (${ending}). The last lines of ${logFile}:\n${lastLines.join("\n")}`,
  );
}

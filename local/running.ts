import { execFile } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";

const runningSchema = z.object({
  pid: z.int().positive(),
  endpoint: z.string(),
  region: z.string(),
  /** UTC, ISO 8601. */
  startedAt: z.string(),
});

/** The embedded AWS that uses a folder now. */
export type Running = Readonly<z.infer<typeof runningSchema>>;

/** An embedded AWS already uses the folder; nothing was started or changed. */
export class AlreadyRunning extends Error {
  override readonly name = "AlreadyRunning";
}

/** Returns what `running.json` of this folder says, or undefined if there is none that can be read. */
export function recordedRun(home: string): Running | undefined {
  const file = runningFile(home);
  if (!existsSync(file)) return undefined;
  // A file cut short by a crash says as little as no file.
  const parsed = runningSchema.safeParse(parsedOrUndefined(readFileSync(file, "utf8")));
  return parsed.success ? parsed.data : undefined;
}

/**
 * Returns the embedded AWS that serves this folder now, or undefined. A process that ended, or another
 * program that was given the same number since, does not count.
 */
export async function liveRun(home: string): Promise<Running | undefined> {
  const recorded = recordedRun(home);
  if (!recorded) return undefined;
  return (await commandLine(recorded.pid)).includes(home) ? recorded : undefined;
}

/**
 * Writes `running.json`.
 *
 * @throws {AlreadyRunning} if another start wrote it first.
 */
export function recordRun(home: string, run: Running): void {
  try {
    writeFileSync(runningFile(home), `${JSON.stringify(run)}\n`, { flag: "wx" });
  } catch (cause) {
    throw new AlreadyRunning(
      "Another embedded AWS was started in the same folder at this moment. Use that one, or stop it and start again.",
      { cause },
    );
  }
}

/** Removes `running.json`. */
export function forgetRun(home: string): void {
  rmSync(runningFile(home), { force: true });
}

function runningFile(home: string): string {
  return join(home, "running.json");
}

function parsedOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Returns how a process was started, empty if it does not run. */
async function commandLine(pid: number): Promise<string> {
  const procFile = `/proc/${pid}/cmdline`;
  if (existsSync("/proc/self/cmdline")) {
    return existsSync(procFile) ? readFileSync(procFile, "utf8") : "";
  }
  // macOS has no /proc; ps ends with 1 when there is no such process.
  return promisify(execFile)("ps", ["-ww", "-o", "args=", "-p", String(pid)]).then(
    ({ stdout }) => stdout,
    () => "",
  );
}

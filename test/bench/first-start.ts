import { execFile, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";

/** From a bare clone to a verified certificate, with the packages in npm's and pip's caches. */
const FIRST_SECONDS_MAX = 300;
/** Once more, with everything set up. */
const SECOND_SECONDS_MAX = 60;
const EMULATOR_MEBIBYTES_MAX = 250;
const WITH_FUNCTIONS_MEBIBYTES_MAX = 1536;
const SAMPLE_EACH_MS = 250;

const repository = join(import.meta.dirname, "..", "..");
const folder = mkdtempSync(join(tmpdir(), "lethe-first-start-"));
const clone = join(folder, "lethe");
const missed: string[] = [];

process.stdout.write(
  `${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}\n\n`,
);
process.stdout.write(
  "| start | s | emulator, peak MiB | with all functions, peak MiB |\n|---|---|---|---|\n",
);
try {
  await promisify(execFile)("git", ["clone", "--quiet", repository, clone]);
  await measured("from a bare clone", FIRST_SECONDS_MAX);
  await measured("once more", SECOND_SECONDS_MAX);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
for (const goal of missed) process.stdout.write(`MISSED: ${goal}\n`);
process.exitCode = missed.length === 0 ? 0 : 1;

async function measured(name: string, secondsMax: number): Promise<void> {
  const startedAtMs = performance.now();
  const peak = { emulator: 0, all: 0 };
  const sampling = setInterval(() => sample(peak), SAMPLE_EACH_MS);
  const exitCode = await started();
  clearInterval(sampling);
  const seconds = (performance.now() - startedAtMs) / 1000;
  process.stdout.write(`| ${name} | ${seconds.toFixed(1)} | ${peak.emulator} | ${peak.all} |\n`);
  goal(exitCode === 0, `${name}: ended with ${exitCode}`);
  goal(seconds <= secondsMax, `${name}: at most ${secondsMax} s`);
  goal(
    peak.emulator > 0 && peak.emulator <= EMULATOR_MEBIBYTES_MAX,
    `emulator: ${EMULATOR_MEBIBYTES_MAX} MiB`,
  );
  goal(peak.all <= WITH_FUNCTIONS_MEBIBYTES_MAX, `with functions: ${WITH_FUNCTIONS_MEBIBYTES_MAX} MiB`);
}

/** Runs it as a new user does: with the Node of the machine, and nothing of this checkout. */
async function started(): Promise<number> {
  const ownTools = join(repository, "node_modules", ".bin");
  const path = (process.env.PATH ?? "").split(":").filter((part) => part !== ownTools);
  const { LETHE_HOME: _home, LETHE_PYTHON: _python, ...environment } = process.env;
  const child = spawn("npm", ["--silent", "start", "--", "--once", "--json"], {
    cwd: clone,
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...environment, PATH: path.join(":") },
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? 1));
  });
}

/** The emulator leads a process group of its own, in which all its functions are. */
function sample(peak: { emulator: number; all: number }): void {
  const file = join(clone, ".lethe", "local", "running.json");
  if (!existsSync(file)) return;
  const running = z.object({ pid: z.number() }).safeParse(parsed(file));
  if (!running.success) return;
  const members = readdirSync("/proc").filter(
    (pid) => /^\d+$/.test(pid) && groupOf(pid) === running.data.pid,
  );
  peak.emulator = Math.max(peak.emulator, mebibytesOf(String(running.data.pid)));
  peak.all = Math.max(
    peak.all,
    members.reduce((sum, pid) => sum + mebibytesOf(pid), 0),
  );
}

function parsed(file: string): unknown {
  const text = read(file);
  // Between its making and its writing the file is empty.
  return text === "" ? undefined : JSON.parse(text);
}

function groupOf(pid: string): number {
  const fields = read(`/proc/${pid}/stat`).split(") ").at(-1)?.split(" ") ?? [];
  return Number(fields[2]);
}

function mebibytesOf(pid: string): number {
  const [, kibibytes = "0"] = /VmRSS:\s+(\d+)/.exec(read(`/proc/${pid}/status`)) ?? [];
  return Math.round(Number(kibibytes) / 1024);
}

/** A process may end between being listed and being read. */
function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error) return "";
    throw error;
  }
}

function goal(isMet: boolean, what: string): void {
  if (!isMet) missed.push(what);
}

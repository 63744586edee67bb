import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command, Option } from "commander";
import { z } from "zod";
import { CHROMIUM_MISSING, chromiumPath } from "./browser/chromium.ts";

/** One check; a test step brings its own counts, any other counts as one. */
interface Step {
  readonly name: string;
  readonly command: readonly string[];
  readonly project?: string;
  /** Returns what it lacks on this machine, in one line; in CI (`CI` is set) that is a failure. */
  readonly lacks?: () => string | undefined;
}

interface StepEnd {
  readonly passed: number;
  readonly failed: number;
}

const STEPS: readonly Step[] = [
  { name: "format", command: ["biome", "format", "."] },
  { name: "types", command: ["tsc", "--noEmit"] },
  { name: "lint", command: ["biome", "lint", "--error-on-warnings", "."] },
  { name: "dead-code", command: ["knip"] },
  { name: "unit", command: ["vitest", "run"], project: "unit*" },
  { name: "synth", command: ["vitest", "run"], project: "synth" },
  { name: "workflow", command: ["vitest", "run"], project: "workflow" },
  { name: "journeys", command: ["vitest", "run"], project: "journeys*" },
  {
    name: "browser",
    command: ["vitest", "run"],
    project: "browser",
    lacks: () => (chromiumPath(process.env) === undefined ? CHROMIUM_MISSING : undefined),
  },
];

const ReportSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  success: z.boolean(),
});
const ROOT = join(import.meta.dirname, "..");

const { only } = new Command("npm test --")
  .description("Runs every check; the last line counts them.")
  .addOption(new Option("--only <step>", "run one of them").choices(STEPS.map(({ name }) => name)))
  .parse()
  .opts<{ only?: string }>();

let [passed, failed] = [0, 0];
for (const step of STEPS.filter(({ name }) => only === undefined || name === only)) {
  const lacking = step.lacks?.();
  if (lacking !== undefined) {
    if (process.env.CI) failed += 1;
    console.log(`${step.name.padEnd(10)} ${process.env.CI ? "FAILED" : "left out"}, ${lacking}`);
    continue;
  }
  const startedAtMs = performance.now();
  const end = await run(step);
  passed += end.passed;
  failed += end.failed;
  const seconds = ((performance.now() - startedAtMs) / 1000).toFixed(1);
  console.log(
    `${step.name.padEnd(10)} ${end.failed > 0 ? "FAILED" : "ok    "} ${String(end.passed).padStart(4)} in ${seconds} s`,
  );
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

async function run({ command, project }: Step): Promise<StepEnd> {
  const [program = "", ...args] = command;
  const folder = mkdtempSync(join(tmpdir(), "lethe-tests-"));
  const file = join(folder, "report.json");
  const reporting = project
    ? ["--project", project, "--reporter=default", "--reporter=json", `--outputFile.json=${file}`]
    : [];
  try {
    const { exitCode, output } = await ended(program, [...args, ...reporting]);
    const end = project
      ? counted(file, exitCode)
      : { passed: exitCode === 0 ? 1 : 0, failed: exitCode === 0 ? 0 : 1 };
    if (end.failed > 0) process.stdout.write(output);
    return end;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A run that ended badly without a failed test, or ran none at all, is a failure too. */
function counted(file: string, exitCode: number): StepEnd {
  const report = ReportSchema.safeParse(readReport(file));
  if (!report.success) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests } = report.data;
  const unseen = numFailedTests === 0 && (exitCode !== 0 || numPassedTests === 0) ? 1 : 0;
  return { passed: numPassedTests, failed: numFailedTests + unseen };
}

function readReport(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}

function ended(program: string, args: readonly string[]): Promise<{ exitCode: number; output: string }> {
  const child = spawn(join(ROOT, "node_modules/.bin", program), args, {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, NO_COLOR: "1" },
  });
  const chunks: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) =>
      resolve({ exitCode: code ?? 1, output: Buffer.concat(chunks).toString("utf8") }),
    );
  });
}

import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

/** The longest that these may take: people wait for both while they write. */
const CHECK_ALL_SECONDS_MAX = 1;
const SYNTH_ONE_SECONDS_MAX = 8;

const repository = join(import.meta.dirname, "..", "..");
const tools = join(repository, "node_modules", ".bin");
const policies = readdirSync(join(repository, "policies"))
  .filter((name) => name.endsWith(".ts"))
  .map((name) => name.slice(0, -".ts".length));
const missed: string[] = [];

print(
  `${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}`,
);
print(`load ${loadavg()[0]?.toFixed(1)}\n`, "| what | s | goal |", "|---|---|---|");
const check = await seconds("node", [join(repository, "cli/main.ts"), "policy", "check"]);
row(`lethe policy check, ${policies.length} policies, Node's start included`, check, CHECK_ALL_SECONDS_MAX);
for (const policy of policies) {
  const folder = mkdtempSync(join(tmpdir(), "lethe-synth-"));
  try {
    const synth = await seconds("cdk", ["synth", "**", "--quiet", "-o", folder, "-c", `policy=${policy}`]);
    row(`cdk synth, ${policy}`, synth, SYNTH_ONE_SECONDS_MAX);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
for (const goal of missed) print(`MISSED: ${goal}`);
process.exitCode = missed.length === 0 ? 0 : 1;

/** Runs a program of the project to its end and returns how long it took. */
async function seconds(program: string, args: readonly string[]): Promise<number> {
  const startedAtMs = performance.now();
  await promisify(execFile)(join(tools, program), args, {
    cwd: repository,
    env: { ...process.env, PATH: `${tools}:${process.env.PATH}`, CDK_DISABLE_VERSION_CHECK: "1" },
    maxBuffer: 64 * 1024 ** 2,
  });
  return (performance.now() - startedAtMs) / 1000;
}

function row(what: string, measured: number, most: number): void {
  print(`| ${what} | ${measured.toFixed(2)} | ${most} |`);
  if (measured > most) missed.push(`${what}: at most ${most} s`);
}

function print(...lines: readonly string[]): void {
  for (const line of lines) process.stdout.write(`${line}\n`);
}

import { cpus, loadavg, platform, totalmem } from "node:os";
import { join } from "node:path";
import { callsIn, type Measured, type Pass, pythonOfPeer, withBench } from "./measure.ts";
import { entriesOf, fewestCalls, NEIGHBOUR_ENTRIES, type Workload } from "./workload.ts";

/** How often each side is run; the middle one counts. */
const REPEATS = 3;
const CALLS_OVER_FEWEST_MAX = 1.02;
const MEMORY_RATIO_MAX = 1.3;
/** Left alone on a large machine, V8 lets garbage pile up, and the peak says nothing about what is held. */
const SMALL_HEAP = ["--max-old-space-size=64", "--max-semi-space-size=4"];

const manyVersions: Workload = { objects: 10_000, versions: 2, areDeleted: true };
const few: Workload = { objects: 1_000, versions: 1, areDeleted: false };
const many: Workload = { objects: 100_000, versions: 1, areDeleted: false };

const python = pythonOfPeer(join(import.meta.dirname, "..", ".."), process.env);
const missed: string[] = [];

machine();
await calls();
await peers();
await memory();
for (const goal of missed) print(`MISSED: ${goal}`);
process.exitCode = missed.length === 0 ? 0 : 1;

function machine(): void {
  const [first] = cpus();
  const gibibytes = Math.round(totalmem() / 1024 ** 3);
  print(
    `${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${first?.model}, ${gibibytes} GiB, ${platform()}`,
  );
  print(
    `Node ${process.version}, load ${loadavg()
      .map((load) => load.toFixed(1))
      .join(" ")}`,
  );
}

/** How many calls each pass of a whole erasure makes. */
async function calls(): Promise<void> {
  const fewest = fewestCalls(entriesOf(manyVersions));
  await withBench(manyVersions, python, async ({ run, entriesLeft }) => {
    print("", "| pass | entries | calls | which |", "|---|---|---|---|");
    for (const pass of ["find", "erase", "verify"] as const) {
      const measured = await run(pass);
      const which = [...measured.calls].map(([operation, count]) => `${count} ${operation}`).join(", ");
      print(`| ${pass} | ${measured.entries} | ${callsIn(measured)} | ${which} |`);
      if (pass === "erase") {
        const ratio = callsIn(measured) / fewest;
        print(`| fewest to erase | | ${fewest} | ratio ${ratio.toFixed(3)} |`);
        goal(ratio <= CALLS_OVER_FEWEST_MAX, `at most ${CALLS_OVER_FEWEST_MAX} of the fewest calls`);
      }
      if (pass === "verify") goal(measured.entries === 0, "nothing left of the person");
    }
    goal(entriesLeft() === NEIGHBOUR_ENTRIES, "the neighbour whole");
  });
}

/** Ours beside boto3 on the same server, taking turns. */
async function peers(): Promise<void> {
  const passes: readonly Pass[] = python
    ? ["erase", "erase-without-pace", "boto3"]
    : ["erase", "erase-without-pace"];
  if (!python) print("", "boto3 left out: no .lethe/python, and LETHE_PYTHON does not name a Python.");
  const results = new Map<Pass, Measured[]>();
  for (let repeat = 0; repeat < REPEATS; repeat += 1) {
    for (const pass of passes) {
      const measured = await withBench(manyVersions, python, ({ run }) => run(pass));
      results.set(pass, [...(results.get(pass) ?? []), measured]);
    }
  }
  print("", "| | wall s | processor s | peak MiB | calls | entries |", "|---|---|---|---|---|---|");
  for (const [pass, all] of results) {
    const middle = (of: (measured: Measured) => number): number =>
      all.map(of).sort((a, b) => a - b)[REPEATS >> 1] ?? 0;
    const wall = (middle(({ wallMs }) => wallMs) / 1000).toFixed(2);
    const processor = (middle(({ cpuMs }) => cpuMs) / 1000).toFixed(2);
    const peak = Math.round(middle(({ peakMebibytes }) => peakMebibytes));
    print(
      `| ${pass} | ${wall} | ${processor} | ${peak} | ${middle(callsIn)} | ${middle(({ entries }) => entries)} |`,
    );
  }
}

/** Peak memory for a few and for many objects, in a heap of 64 MiB. */
async function memory(): Promise<void> {
  print("", "| pass | MiB at 1,000 | MiB at 100,000 | ratio |", "|---|---|---|---|");
  const peaksOf = (workload: Workload) =>
    withBench(workload, python, async ({ run }) => {
      const passes = ["find", "verify", "erase"] as const;
      const peaks = new Map<Pass, number>();
      for (const pass of passes) peaks.set(pass, (await run(pass, SMALL_HEAP)).peakMebibytes);
      return peaks;
    });
  const ofFew = await peaksOf(few);
  const ofMany = await peaksOf(many);
  for (const [pass, peak] of ofMany) {
    const base = ofFew.get(pass) ?? 0;
    print(`| ${pass} | ${Math.round(base)} | ${Math.round(peak)} | ${(peak / base).toFixed(2)} |`);
    goal(peak / base <= MEMORY_RATIO_MAX, `memory of ${pass} at most ${MEMORY_RATIO_MAX} times`);
  }
}

function goal(isMet: boolean, what: string): void {
  if (!isMet) missed.push(what);
}

function print(...lines: readonly string[]): void {
  for (const line of lines) process.stdout.write(`${line}\n`);
}

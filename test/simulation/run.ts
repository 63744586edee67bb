import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { z } from "zod";
import { LONG_FAULTS, NO_FAULTS, SHORT_FAULTS, WITHOUT_SWEEPER_FAULTS } from "./faults.ts";
import { type Runs, runsOf } from "./runs.ts";
import type { Counted } from "./spread-of.ts";

const FAULTS = {
  none: NO_FAULTS,
  short: SHORT_FAULTS,
  "no-sweeper": WITHOUT_SWEEPER_FAULTS,
  long: LONG_FAULTS,
};
const YEAR_DAYS = 365;
const { values } = parseArgs({
  options: {
    objects: { type: "string", default: "90000" },
    days: { type: "string", default: "90" },
    seed: { type: "string", default: "1" },
    start: { type: "string", default: "2028-01-15T00:00:00.000Z" },
    faults: { type: "string", default: "short" },
    // More objects than this are run one service after another, so that memory does not grow with them.
    "per-run": { type: "string", default: "500000" },
  },
});
const asked = z.object({
  objects: z.coerce.number().int().positive(),
  days: z.coerce.number().positive(),
  seed: z.coerce.number().int(),
  start: z.iso.datetime(),
  faults: z.enum(["none", "short", "no-sweeper", "long"]),
  "per-run": z.coerce.number().int().positive(),
});

// node test/simulation/run.ts --objects N --days N --seed N --start INSTANT --faults none|short|no-sweeper|long --per-run N
const { faults, "per-run": perRun, ...options } = asked.parse(values);
print(
  `${options.objects} objects, at most ${perRun} in ${options.days} days each, from ${options.start}, seed ${options.seed}, faults: ${faults}`,
  `${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}`,
);
const began = process.cpuUsage();
let last: Runs | undefined;
for await (const runs of runsOf({ ...options, perRun, faults: FAULTS[faults] })) {
  last = runs;
  print(
    `${runs.objects} objects in ${runs.count} runs, breaches ${runs.breaches}, overdue ${runs.overdue}, ${cpuSeconds().toFixed(0)} s of processor, ${mebibytes()} MiB`,
  );
}
if (last) report(last);

function report(runs: Runs): void {
  const years = (runs.count * options.days) / YEAR_DAYS;
  const aDay = Math.round(runs.objects / runs.count / options.days);
  print(
    `gone ${runs.gone}, breaches ${runs.breaches}, still there and overdue ${runs.overdue}`,
    `slow after an event ${runs.slow}, same bytes stored again and gone with the old ${runs.sameBytes}`,
    `found by the reconciler ${runs.foundByReconciler}, processes killed ${runs.killed}, throttled ${runs.throttled}, dead letters ${runs.deadLetters}`,
    `alarms: ${[...runs.alarms].sort().join(", ") || "none"}`,
    `speed: ${((years * 60) / cpuSeconds()).toFixed(2)} simulated years of ${aDay} uploads a day per minute of processor`,
    "",
    "| seconds after the promised moment | p50 | p99 | max |",
    "| --- | --- | --- | --- |",
  );
  row("ours, at a limit", runs.lateOfLimit);
  row("ours, after an event was heard", runs.lateOfEvent);
  row("S3 lifecycle alone, modelled", runs.lateOfLifecycle);
  row("DynamoDB TTL alone, modelled", runs.lateOfTimeToLive);
  for (const breach of runs.firstBreaches) print(JSON.stringify(breach));
  process.exitCode = faults !== "long" && runs.breaches + runs.overdue > 0 ? 1 : 0;
}

function row(what: string, counted: Counted): void {
  const { p50, p99, max } = counted.spread();
  print(`| ${what} | ${p50} | ${p99} | ${max} |`);
}

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1e6;
}

function mebibytes(): number {
  return Math.round(process.memoryUsage.rss() / 2 ** 20);
}

function print(...lines: readonly string[]): void {
  for (const line of lines) process.stdout.write(`${line}\n`);
}

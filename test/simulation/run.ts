import { parseArgs } from "node:util";
import { z } from "zod";
import type { Spread } from "../../shared/operations/ports.ts";
import { LONG_FAULTS, NO_FAULTS, SHORT_FAULTS } from "./faults.ts";
import { simulate } from "./simulate.ts";

const FAULTS = { none: NO_FAULTS, short: SHORT_FAULTS, long: LONG_FAULTS };
const { values } = parseArgs({
  options: {
    objects: { type: "string", default: "100000" },
    days: { type: "string", default: "90" },
    seed: { type: "string", default: "1" },
    start: { type: "string", default: "2028-01-15T00:00:00.000Z" },
    faults: { type: "string", default: "short" },
  },
});
const asked = z.object({
  objects: z.coerce.number().int().positive(),
  days: z.coerce.number().positive(),
  seed: z.coerce.number().int(),
  start: z.iso.datetime(),
  faults: z.enum(["none", "short", "long"]),
});

// node test/simulation/run.ts --objects N --days N --seed N --start INSTANT --faults none|short|long
const options = asked.parse(values);
const began = process.cpuUsage();
const run = await simulate({ ...options, faults: FAULTS[options.faults], shards: 1 });
const { user, system } = process.cpuUsage(began);
const { oracle, tested } = run;
print(
  `${options.objects} objects in ${options.days} days from ${options.start}, seed ${options.seed}, faults: ${options.faults}`,
);
print(
  `${((user + system) / 1e6).toFixed(0)} s of processor, ${Math.round(process.memoryUsage.rss() / 2 ** 20)} MiB`,
);
print(`gone ${oracle.goneCount}, breaches ${oracle.breachCount}, still there and overdue ${run.overdue}`);
print(
  `slow after an event ${oracle.slowCount}, same bytes stored again and gone with the old ${oracle.sameBytesCount}`,
);
print(
  `found by the reconciler ${tested.counts.foundByReconciler}, processes killed ${tested.counts.killed}, throttled ${run.throttled}, dead letters ${run.deadLetters}`,
);
print("", "| seconds after the promised moment | p50 | p99 | max |", "| --- | --- | --- | --- |");
row("ours, at a limit", oracle.lateOfLimit.spread());
row("ours, after an event was heard", oracle.lateOfEvent.spread());
row("S3 lifecycle alone, modelled", run.lateOfLifecycle.spread());
row("DynamoDB TTL alone, modelled", run.lateOfTimeToLive.spread());
for (const breach of oracle.breaches) print(JSON.stringify(breach));
process.exitCode = options.faults !== "long" && oracle.breachCount + run.overdue > 0 ? 1 : 0;

function row(what: string, { p50, p99, max }: Spread): void {
  print(`| ${what} | ${p50} | ${p99} | ${max} |`);
}

function print(...lines: readonly string[]): void {
  for (const line of lines) process.stdout.write(`${line}\n`);
}

import { cpus, loadavg } from "node:os";
import { seedDemo } from "../../local/demo/seed.ts";
import { startService } from "../journeys/service.ts";
import { measuredErasure } from "./measured-erasure.ts";

/** Step Functions bills each state that is entered, retries included; Choices and iterations count too. */
const STATE_ENTRIES_MAX = 15;
/** What an erasure takes when there is nothing to delete, on warm functions. */
const OVERHEAD_SECONDS_MAX = 1.5;
/** Of each thing, in five stores: a thousand objects. */
const OBJECTS_EACH = 250;
const REPEATS = 5;

const missed: string[] = [];
print(
  `${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}`,
);
print(
  `load ${loadavg()[0]?.toFixed(1)}\n`,
  "| erasure | state entries | goal | s | goal |",
  "|---|---|---|---|---|",
);
const service = await startService();
try {
  const demo = { ...service.demo, home: service.home };
  const [many] = await seedDemo(demo, { subjects: 1, objects: OBJECTS_EACH }, () => undefined);
  if (!many) throw new Error("Nobody was stored.");
  // Each function is started once before anything is measured.
  await measuredErasure(service, "nobody-warm");
  const whole = await measuredErasure(service, many);
  row(`${OBJECTS_EACH * 4 + 1} objects in five stores`, whole.entries, whole.seconds, undefined);
  const empty = [];
  for (let repeat = 0; repeat < REPEATS; repeat += 1)
    empty.push(await measuredErasure(service, `nobody-${repeat}`));
  const middle = empty.toSorted((one, other) => one.seconds - other.seconds)[REPEATS >> 1];
  if (middle)
    row("nothing to delete, the middle of five", middle.entries, middle.seconds, OVERHEAD_SECONDS_MAX);
} finally {
  await service.stop();
}
for (const goal of missed) print(`MISSED: ${goal}`);
process.exitCode = missed.length === 0 ? 0 : 1;

function row(what: string, entries: number, seconds: number, most: number | undefined): void {
  print(`| ${what} | ${entries} | ${STATE_ENTRIES_MAX} | ${seconds.toFixed(2)} | ${most ?? ""} |`);
  if (entries > STATE_ENTRIES_MAX) missed.push(`${what}: at most ${STATE_ENTRIES_MAX} state entries`);
  if (most !== undefined && seconds > most) missed.push(`${what}: at most ${most} s`);
}

function print(...lines: readonly string[]): void {
  for (const line of lines) process.stdout.write(`${line}\n`);
}

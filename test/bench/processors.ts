import { cpus, loadavg } from "node:os";
import { seedDemo } from "../../local/demo/seed.ts";
import { openStandIns } from "../../local/stand-ins/local-stand-ins.ts";
import { startService } from "../journeys/service.ts";
import { type MeasuredErasure, measuredErasure } from "./measured-erasure.ts";

/** What asking all third parties may add to an erasure. */
const ENTRIES_MORE_MAX = 6;
const SECONDS_MORE_MAX = 2;
const REPEATS = 5;
/** The policy that names most of those that can be asked by a call. */
const POLICY = "image-designer";
/** The state that asks them. */
const ASKING = "AskProcessors";

const missed: string[] = [];
print(
  `${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}, load ${loadavg()[0]?.toFixed(1)}`,
);
const service = await startService(POLICY);
const { aws, home, demo, outputs } = service;
try {
  // Nobody stands in yet, so nothing is sent to anybody.
  const without = await middleOf(0);
  const standIns = await openStandIns({ aws, home, demo, outputs });
  try {
    report(without, await middleOf(1));
  } finally {
    await standIns.stop();
  }
} finally {
  await service.stop();
}
for (const goal of missed) print(`MISSED: ${goal}`);
process.exitCode = missed.length === 0 ? 0 : 1;

function report(without: MeasuredErasure, asked: MeasuredErasure): void {
  // The state that asks is there in either case, so it counts with them.
  const entries = 1 + asked.entries - without.entries;
  print(
    "",
    "| erasure, middle of five | state entries | s | s in the state that asks |",
    "|---|---|---|---|",
  );
  row("nothing was sent to anybody", without);
  row(`${asked.deletedElsewhere} third parties deleted what they had`, asked);
  print("", `All third parties together: ${entries} state entries of at most ${ENTRIES_MORE_MAX}.`);
  if (entries > ENTRIES_MORE_MAX) missed.push(`at most ${ENTRIES_MORE_MAX} state entries`);
  if (secondsOfAsking(asked) > SECONDS_MORE_MAX) missed.push(`at most ${SECONDS_MORE_MAX} s`);
}

function row(what: string, erasure: MeasuredErasure): void {
  const { entries, seconds } = erasure;
  print(`| ${what} | ${entries} | ${seconds.toFixed(2)} | ${secondsOfAsking(erasure).toFixed(2)} |`);
}

/** Erases some people after one more, with whom functions are started, and returns the one in whose run asking took middling long. */
async function middleOf(askedMin: number): Promise<MeasuredErasure> {
  const measured: MeasuredErasure[] = [];
  const wanted = { subjects: REPEATS + 1, objects: 1 };
  for (const person of await seedDemo({ ...demo, home }, wanted, () => undefined)) {
    const erasure = await measuredErasure(service, person);
    if (erasure.deletedElsewhere < askedMin) throw new Error("Nothing was deleted at a third party.");
    measured.push(erasure);
  }
  const sorted = measured.slice(1).toSorted((one, other) => secondsOfAsking(one) - secondsOfAsking(other));
  const middle = sorted[REPEATS >> 1];
  if (!middle) throw new Error("Nobody was erased.");
  return middle;
}

function secondsOfAsking({ secondsIn }: MeasuredErasure): number {
  return secondsIn[ASKING] ?? 0;
}

function print(...lines: readonly string[]): void {
  for (const line of lines) process.stdout.write(`${line}\n`);
}

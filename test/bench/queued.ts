import { cpus, loadavg } from "node:os";
import { Command } from "commander";
import { positive } from "../../local/start-options.ts";
import { startService } from "../journeys/service.ts";
import { eraseQueued } from "./queued-erasures.ts";

/** Of each thing: a few, so that the erasures are measured and not the deletions. */
const OBJECTS_EACH = 2;

const program = new Command("npm run bench:queued --")
  .description("Queues erasures at once on the embedded AWS, and sees that every one is carried out.")
  .option("--erasures <n>", "how many", positive, 1000)
  .showHelpAfterError("(add --help for what it takes)")
  .parse();
const { erasures } = program.opts<{ readonly erasures: number }>();

print(
  `${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}`,
  `load ${loadavg()[0]?.toFixed(1)}\n`,
);
const service = await startService();
try {
  const onProgress = (line: string): boolean => process.stderr.write(`${line}\n`);
  const queued = await eraseQueued(service, { erasures, objects: OBJECTS_EACH, onProgress });
  const { completed, seconds, openedSeconds, peerSeconds, triedAgain } = queued;
  print(
    "| erasures | completed | tried again | s to open | s in all | a minute | bare deletion, s | ratio |",
    "|---|---|---|---|---|---|---|---|",
    `| ${erasures} | ${completed} | ${triedAgain} | ${openedSeconds.toFixed(1)} | ${seconds.toFixed(1)} | ${((completed / seconds) * 60).toFixed(0)} | ${peerSeconds.toFixed(1)} | ${(seconds / peerSeconds).toFixed(1)} |`,
  );
  const missed = [
    ...(completed === erasures ? [] : [`${erasures - completed} did not complete`]),
    ...(queued.left === 0 ? [] : [`${queued.left} entries of the erased are still there`]),
    ...(queued.areNeighboursWhole ? [] : ["a neighbour does not have what they had"]),
  ];
  for (const goal of missed) print(`MISSED: ${goal}`);
  process.exitCode = missed.length === 0 ? 0 : 1;
} finally {
  await service.stop();
}

function print(...lines: readonly string[]): void {
  for (const line of lines) process.stdout.write(`${line}\n`);
}

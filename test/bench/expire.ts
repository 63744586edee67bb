import { cpus, loadavg } from "node:os";
import { Command } from "commander";
import { positive } from "../../local/start-options.ts";
import { startService } from "../journeys/service.ts";
import { emptyTwice } from "./due-objects.ts";

const program = new Command("npm run bench:expire --")
  .description("Has the deployed sweeper empty a bucket of due objects, and deletes as many again barely.")
  .option("--objects <n>", "how many", positive, 20_000)
  .showHelpAfterError("(add --help for what it takes)")
  .parse();
const { objects } = program.opts<{ readonly objects: number }>();

print(
  `${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}`,
  `load ${loadavg()[0]?.toFixed(1)}\n`,
);
const service = await startService();
try {
  const onProgress = (line: string): boolean => process.stderr.write(`${line}\n`);
  const emptied = await emptyTwice(service, objects, onProgress);
  const { deleted, ticks, seconds, bareSeconds, left, neighboursLost } = emptied;
  print(
    "| objects | ticks | sweeper, s | objects a second | bare DeleteObjects, s | ratio |",
    "|---|---|---|---|---|---|",
    `| ${objects} | ${ticks} | ${seconds.toFixed(1)} | ${(deleted / seconds).toFixed(0)} | ${bareSeconds.toFixed(1)} | ${(seconds / bareSeconds).toFixed(2)} |`,
  );
  const missed = [
    ...(deleted === objects ? [] : [`the sweeper counted ${deleted} deletions of ${objects}`]),
    ...(left === 0 ? [] : [`${left} due objects are still there`]),
    ...(neighboursLost === 0 ? [] : [`${neighboursLost} objects are gone that were not due`]),
  ];
  for (const goal of missed) print(`MISSED: ${goal}`);
  process.exitCode = missed.length === 0 ? 0 : 1;
} finally {
  await service.stop();
}

function print(...lines: readonly string[]): void {
  for (const line of lines) process.stdout.write(`${line}\n`);
}

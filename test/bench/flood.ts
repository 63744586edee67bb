import { cpus, loadavg } from "node:os";
import { Command } from "commander";
import { positive } from "../../local/start-options.ts";
import { startService } from "../journeys/service.ts";
import { flood } from "./flooded.ts";

const program = new Command("npm run bench:flood --")
  .description("Tells the deployed clock of many ends at once, and waits until everything they end is gone.")
  .option("--events <n>", "how many", positive, 10_000)
  .showHelpAfterError("(add --help for what it takes)")
  .parse();
const { events } = program.opts<{ readonly events: number }>();

print(
  `${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}`,
  `load ${loadavg()[0]?.toFixed(1)}\n`,
);
const service = await startService();
try {
  const onProgress = (line: string): boolean => process.stderr.write(`${line}\n`);
  const { sentSeconds, goneSeconds, left, neighboursLost, deadLetters } = await flood(
    service,
    events,
    onProgress,
  );
  print(
    "| events | sent in, s | all gone after, s | dead letters |",
    "|---|---|---|---|",
    `| ${events} | ${sentSeconds.toFixed(1)} | ${goneSeconds.toFixed(0)} | ${deadLetters} |`,
  );
  const missed = [
    ...(left === 0 ? [] : [`${left} objects are still there`]),
    ...(neighboursLost === 0 ? [] : [`${neighboursLost} objects are gone that nobody told of`]),
    ...(deadLetters === 0 ? [] : [`${deadLetters} events could not be taken`]),
  ];
  for (const goal of missed) print(`MISSED: ${goal}`);
  process.exitCode = missed.length === 0 ? 0 : 1;
} finally {
  await service.stop();
}

function print(...lines: readonly string[]): void {
  for (const line of lines) process.stdout.write(`${line}\n`);
}

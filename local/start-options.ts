import { Command, InvalidArgumentError } from "commander";

/** Options of `npm start`. */
export interface StartOptions {
  readonly once?: boolean;
  readonly json?: boolean;
  readonly fresh?: boolean;
  readonly policy: string;
  readonly subjects: number;
  readonly objects: number;
  readonly port?: number;
  /** How much faster than real time the time of the clock, the workflow and all duties runs. */
  readonly timeScale: number;
}

/** Returns the options, or ends the process where they are not understood or help was asked for. */
export function startOptions(args: readonly string[]): StartOptions {
  const program = new Command("npm start --")
    .description("Sets everything up on this machine, erases one of many invented people, and proves it.")
    .option("--once", "end when it is done, instead of staying up")
    .option("--json", "print one JSON document; with npm --silent it is all there is on standard output")
    .option("--fresh", "begin with nothing, whatever an earlier run left")
    .option("--policy <name>", "a file of policies/", "dream-portraits")
    .option("--subjects <n>", "how many people to store", positive, 12)
    .option("--objects <n>", "how many of each thing everybody has", positive, 6)
    .option("--port <n>", "where the embedded AWS listens; any free port otherwise", port)
    .option("--time-scale <n>", "how many times faster time runs: 3600 makes a day 24 seconds", scale, 1)
    .addHelpText("after", "\nExample: npm --silent start -- --once --json")
    .showHelpAfterError("(add --help for what it takes)")
    .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));
  program.parse([...args], { from: "user" });
  return program.opts<StartOptions>();
}

/** Returns the whole number of an option. */
export function positive(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0 && number <= 100_000) return number;
  throw new InvalidArgumentError("Give a whole number from 1 to 100,000.");
}

function scale(text: string): number {
  const number = Number(text);
  if (Number.isFinite(number) && number >= 1 && number <= 86_400) return number;
  throw new InvalidArgumentError("Give a number from 1 to 86400.");
}

function port(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 1023 && number < 65_536) return number;
  throw new InvalidArgumentError("Give a port from 1024 to 65535.");
}

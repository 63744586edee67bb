import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { demoSeed } from "./commands/demo-seed.ts";
import { type EraseOptions, erase } from "./commands/erase.ts";
import { ledgerCheck } from "./commands/ledger-check.ts";
import { outputs } from "./commands/outputs.ts";
import { approve, listRequests, showStatus } from "./commands/requests.ts";
import { verify } from "./commands/verify.ts";
import { type CommonOptions, type Context, contextOf } from "./context.ts";
import { EXIT, type ExitCode, UsageError } from "./exit-codes.ts";
import type { Streams } from "./terminal.ts";

const FAR_AWAY = ["ECONNREFUSED", "ECONNRESET"];

/** Runs one command and returns its exit code; every failure says what happened and what to do. */
export async function run(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  streams: Streams,
): Promise<ExitCode> {
  let code: ExitCode = EXIT.done;
  const program = lethe(environment, streams, (ended) => {
    code = ended;
  });
  const refuse = (name: string, message: string): void => {
    if (args.includes("--json")) {
      streams.out(`${JSON.stringify({ error: { name, message } }, null, 2)}\n`);
    }
  };
  try {
    await program.parseAsync([...args], { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) {
      // What was asked for, and is help: printed already.
      if (error.exitCode === 0) return EXIT.done;
      refuse("UsageError", error.message);
      return EXIT.usage;
    }
    refuse(error instanceof Error ? error.name : "UnknownError", messageOf(error));
    streams.err(`${messageOf(error)}\n`);
    return error instanceof UsageError ? EXIT.usage : EXIT.failed;
  }
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const codes = [error, error.cause].map((one) =>
    one instanceof Error && "code" in one ? one.code : undefined,
  );
  if (codes.some((code) => typeof code === "string" && FAR_AWAY.includes(code))) {
    return "The embedded AWS does not answer: start it again with `npm start`.";
  }
  return error.message;
}

function lethe(
  environment: Readonly<Record<string, string | undefined>>,
  streams: Streams,
  end: (code: ExitCode) => void,
): Command {
  const program = new Command("lethe")
    .configureOutput({ writeOut: streams.out, writeErr: streams.err })
    .description("Runs the deletion promises of a privacy policy, and proves them.")
    .addHelpText(
      "after",
      "\nExit codes: 0 done, 1 failed or refused, 2 not understood, 3 waits for a person or a date.\n" +
        "Example: npx lethe erase --subject person-0001 --wait",
    );
  program.exitOverride().showHelpAfterError("(add --help for what it takes)");

  const add = (
    parent: Command,
    usage: string,
    what: string,
    example: string,
    configure: (command: Command) => Command,
    action: (context: Context, command: Command) => Promise<ExitCode> | ExitCode,
  ): void => {
    const command = parent
      .command(usage)
      .description(what)
      .option("--json", "print one JSON document, and everything else to standard error")
      .option("--deployment <where>", "embedded (what npm start runs) or aws")
      .addOption(new Option("--policy <name>", "whose deployment on AWS").default("dream-portraits"))
      .addHelpText("after", `\nExample: npx lethe ${example}`)
      .exitOverride();
    configure(command).action(async () => {
      const context = contextOf(command.opts<CommonOptions>(), environment, streams);
      end(await action(context, command));
    });
  };
  const plain = (command: Command): Command => command;

  add(program, "outputs", "say where everything is", "outputs --json", plain, outputs);
  add(
    program,
    "erase",
    "erase one person everywhere",
    "erase --subject person-0001 --wait",
    (command) =>
      command
        .requiredOption("--subject <id>", "the service's internal id of the person")
        .option("--scope <scope>", "what to erase", "account")
        .option("--reason <text>", "why, for the record; name nobody in it")
        .option("--plan", "only count what would be deleted")
        .option("--wait", "follow it to its end")
        .option("--as-staff", "ask as staff: another person has to approve")
        .option("--as <name>", "which member of staff (embedded AWS only)"),
    (context, command) => erase(context, command.opts<EraseOptions>()),
  );
  add(
    program,
    "approve <request>",
    "let a request by staff run, as a second person",
    "approve req_01k85260tlrs1ius24j8q81jtd --as grace",
    (command) => command.option("--as <name>", "which member of staff (embedded AWS only)"),
    (context, command) => approve(context, argument(command), command.opts<{ as?: string }>()),
  );
  add(
    program,
    "status <request>",
    "show how a request stands",
    "status req_01k85260tlrs1ius24j8q81jtd",
    plain,
    (context, command) => showStatus(context, argument(command)),
  );
  add(program, "requests", "list the newest requests", "requests", plain, listRequests);
  add(
    program,
    "verify <file>",
    "check a certificate, offline",
    "verify certificate.json",
    (command) =>
      command.option("--key <file>", "the public key to check with: PEM, or as archived at deployment"),
    (context, command) => verify(context, argument(command), command.opts<{ key?: string }>()),
  );
  const ledger = program.command("ledger").description("the evidence").exitOverride();
  add(ledger, "check", "recompute all evidence", "ledger check", plain, ledgerCheck);
  const demo = program
    .command("demo")
    .description("a service with people in it, on the embedded AWS")
    .exitOverride();
  add(
    demo,
    "seed",
    "store photos, portraits, landmarks, catalogue rows and accounts of invented people",
    "demo seed --subjects 12 --objects 6",
    (command) =>
      command
        .requiredOption("--subjects <n>", "how many people", positive)
        .requiredOption("--objects <n>", "how many of each thing everybody has", positive),
    (context, command) => demoSeed(context, command.opts<{ subjects: number; objects: number }>()),
  );
  return program;
}

function argument(command: Command): string {
  return command.args[0] ?? "";
}

function positive(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0 && number <= 1_000_000) return number;
  throw new InvalidArgumentError("Give a whole number from 1 to 1,000,000.");
}

import { Command, CommanderError } from "commander";
import { addChangeCommands } from "./change-commands.ts";
import { addClockCommands } from "./clock-commands.ts";
import type { Session } from "./command.ts";
import { addDeploymentCommands } from "./deployment-commands.ts";
import { EXIT, type ExitCode, UsageError } from "./exit-codes.ts";
import { addHoldCommands } from "./hold-commands.ts";
import { addLettersCommand } from "./letters-command.ts";
import { addMailCommands } from "./mail-commands.ts";
import { addPolicyCommands } from "./policy-commands.ts";
import { addPromisesCommand } from "./promises-command.ts";
import { addRestoreCommand } from "./restore-command.ts";
import { addRightsCommands } from "./rights-commands.ts";
import { addTaskCommands } from "./task-commands.ts";
import type { Streams } from "./terminal.ts";

const FAR_AWAY = ["ECONNREFUSED", "ECONNRESET"];

/** Runs one command and returns its exit code; every failure says what happened and what to do. */
export async function run(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  streams: Streams,
): Promise<ExitCode> {
  let code: ExitCode = EXIT.done;
  const end = (ended: ExitCode): void => {
    code = ended;
  };
  const program = lethe({ environment, streams, end });
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

function lethe(session: Session): Command {
  const { out, err } = session.streams;
  const program = new Command("lethe")
    .configureOutput({ writeOut: out, writeErr: err })
    .description("Runs the deletion promises of a privacy policy, and proves them.")
    .addHelpText(
      "after",
      "\nExit codes: 0 done, 1 failed or refused, 2 not understood, 3 waits for a person or a date.\n" +
        "Example: npx lethe erase --subject person-0001 --wait",
    );
  program.exitOverride().showHelpAfterError("(add --help for what it takes)");
  addDeploymentCommands(program, session);
  addChangeCommands(program, session);
  addTaskCommands(program, session);
  addRightsCommands(program, session);
  addMailCommands(program, session);
  addClockCommands(program, session);
  addHoldCommands(program, session);
  addRestoreCommand(program, session);
  addPolicyCommands(program, session);
  addPromisesCommand(program, session);
  addLettersCommand(program, session);
  return program;
}

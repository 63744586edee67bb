import { Command, CommanderError } from "commander";
import type { End } from "./command.ts";
import { addDeploymentCommands } from "./deployment-commands.ts";
import { EXIT, type ExitCode, UsageError } from "./exit-codes.ts";
import { addPolicyCommands } from "./policy-commands.ts";

const FAR_AWAY = ["ECONNREFUSED", "ECONNRESET"];

process.exitCode = await run(process.argv.slice(2));

/** Runs one command and returns its exit code; every failure says what happened and what to do. */
async function run(args: readonly string[]): Promise<ExitCode> {
  let code: ExitCode = EXIT.done;
  const program = lethe((ended) => {
    code = ended;
  });
  try {
    await program.parseAsync([...args], { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    const usage = error instanceof UsageError;
    if (args.includes("--json")) {
      const name = error instanceof Error ? error.name : "UnknownError";
      process.stdout.write(`${JSON.stringify({ error: { name, message: messageOf(error) } }, null, 2)}\n`);
    }
    process.stderr.write(`${messageOf(error)}\n`);
    return usage ? EXIT.usage : EXIT.failed;
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

function lethe(end: End): Command {
  const program = new Command("lethe")
    .description("Runs the deletion promises of a privacy policy, and proves them.")
    .addHelpText(
      "after",
      "\nExit codes: 0 done, 1 failed or refused, 2 not understood, 3 waits for a person or a date.\n" +
        "Example: npx lethe erase --subject person-0001 --wait",
    );
  program.exitOverride().showHelpAfterError("(add --help for what it takes)");
  addDeploymentCommands(program, end);
  addPolicyCommands(program, end);
  return program;
}

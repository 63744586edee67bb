import { type Command, Option } from "commander";
import { type CommonOptions, type Context, contextOf } from "./context.ts";
import type { ExitCode } from "./exit-codes.ts";
import { type Streams, type Terminal, terminalOf } from "./terminal.ts";

/** What every command is run with. */
export interface Session {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly streams: Streams;
  /** Takes the exit code that a command ended with. */
  end(code: ExitCode): void;
}

/** One command as it is declared: how it is called, what for, and an example of it. */
export interface CommandText {
  readonly usage: string;
  readonly what: string;
  readonly example: string;
  /** Adds options of its own. */
  readonly configure?: (command: Command) => Command;
}

/** Adds a command that needs a deployment; nothing of one is loaded before it runs. */
export function addDeploymentCommand(
  parent: Command,
  session: Session,
  text: CommandText,
  action: (context: Context, command: Command) => Promise<ExitCode>,
): void {
  const command = added(parent, text)
    .option("--deployment <where>", "embedded (what npm start runs) or aws")
    .addOption(new Option("--policy <name>", "whose deployment on AWS").default("dream-portraits"));
  command.action(async () => {
    session.end(
      await action(contextOf(command.opts<CommonOptions>(), session.environment, session.streams), command),
    );
  });
}

/** Adds a command that works on files alone. */
export function addFileCommand(
  parent: Command,
  session: Session,
  text: CommandText,
  action: (terminal: Terminal, command: Command) => Promise<ExitCode>,
): void {
  const command = added(parent, text);
  command.action(async () => {
    const { json = false } = command.opts<{ json?: boolean }>();
    session.end(await action(terminalOf(session.streams, { json }), command));
  });
}

/** Adds a name under which commands stand. */
export function addGroup(parent: Command, name: string, what: string, example: string): Command {
  return parent
    .command(name)
    .description(what)
    .addHelpText("after", `\nExample: npx lethe ${example}`)
    .exitOverride();
}

/** Returns an argument that commander has seen to be there. */
export function argument(command: Command, at = 0): string {
  return command.args[at] ?? "";
}

function added(parent: Command, { usage, what, example, configure }: CommandText): Command {
  const command = parent
    .command(usage)
    .description(what)
    .option("--json", "print one JSON document, and everything else to standard error")
    .addHelpText("after", `\nExample: npx lethe ${example}`)
    .exitOverride();
  return configure === undefined ? command : configure(command);
}

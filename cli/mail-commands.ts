import { type Command, Option } from "commander";
import { LETTER_SENDERS } from "../shared/domain/letters/letter-values.ts";
import { MAIL_LANGUAGES } from "../shared/domain/mail/intent.ts";
import { addDeploymentCommand, addGroup, argument, type Session } from "./command.ts";
import type { AskOptions } from "./commands/ask-sender.ts";

const MAIL = "o3vrnil0e2ic28trm7dfhrc2v0clambda4nbp0g1";

/** Adds the commands for mail that came in. */
export function addMailCommands(program: Command, session: Session): void {
  const group = addGroup(program, "mail", "mail and forms that came in", "mail list --doubtful");
  addDeploymentCommand(
    group,
    session,
    {
      usage: "list",
      what: "list what came in and what became of it, the newest at the top",
      example: "mail list --doubtful",
      configure: (command) => command.option("--doubtful", "only what a person has to look at"),
    },
    async (context, command) =>
      (await import("./commands/mail.ts")).listMail(context, command.opts<{ doubtful?: boolean }>()),
  );
  addDeploymentCommand(
    group,
    session,
    {
      usage: "show <mail>",
      what: "show the verdicts, what was recognised, why it went where it did, and where it lies",
      example: `mail show ${MAIL}`,
      configure: (command) => command.option("--text", "also what it says, which is personal data"),
    },
    async (context, command) =>
      (await import("./commands/mail.ts")).showMail(
        context,
        argument(command),
        command.opts<{ text?: boolean }>(),
      ),
  );
  addDeploymentCommand(
    group,
    session,
    {
      usage: "ask <mail>",
      what: "send whoever wrote for somebody else what is needed, with a form, and close the mail's task",
      example: `mail ask ${MAIL} --sender agent --as grace`,
      configure: (command) =>
        command
          .addOption(
            new Option("--sender <who>", "who wrote it, as the mail says")
              .choices([...LETTER_SENDERS])
              .makeOptionMandatory(),
          )
          .addOption(
            new Option("--language <language>", "of the letter (default: of the mail)").choices([
              ...MAIL_LANGUAGES,
            ]),
          )
          .option("--as <name>", "which member of staff (embedded AWS only)"),
    },
    async (context, command) =>
      (await import("./commands/ask-sender.ts")).askForForm(
        context,
        argument(command),
        command.opts<AskOptions>(),
      ),
  );
}

import { type Command, Option } from "commander";
import { RIGHTS } from "../shared/domain/policy/right.ts";
import { REFUSAL_GROUNDS } from "../shared/domain/requests/refusal-ground.ts";
import { addDeploymentCommand, addGroup, argument, type Session } from "./command.ts";
import type { AnswerOptions, ExtendOptions, RefuseOptions } from "./commands/reply.ts";
import type { RightsListOptions } from "./commands/rights.ts";

const NUMBER = "rrq_01k85260tlrs1ius24j8q81jtd";
const ANSWER = `rights answer ${NUMBER} --text answer.txt --evidence TICKET-17 --as grace`;

/** Adds the commands for rights requests: what is owed, and the letters that people write. */
export function addRightsCommands(program: Command, session: Session): void {
  const group = addGroup(program, "rights", "what people ask for by mail and form, and its answers", ANSWER);
  addDeploymentCommand(
    group,
    session,
    {
      usage: "list",
      what: "list rights requests, what is owed first at the top",
      example: "rights list --open",
      configure: (command) =>
        command
          .option("--open", "only those that have not ended")
          .option("--overdue", "only those of which a date has passed")
          .addOption(new Option("--right <right>", "only of this right").choices([...RIGHTS])),
    },
    async (context, command) =>
      (await import("./commands/rights.ts")).listRights(context, command.opts<RightsListOptions>()),
  );
  addDeploymentCommand(
    group,
    session,
    {
      usage: "show <number>",
      what: "show how one stands: dates with their rules, tasks, letters; no word of the mail",
      example: `rights show ${NUMBER}`,
    },
    async (context, command) => (await import("./commands/rights.ts")).showRights(context, argument(command)),
  );
  addReplyCommands(group, session);
}

function addReplyCommands(group: Command, session: Session): void {
  const reason = (command: Command): Command =>
    byStaff(command)
      .requiredOption("--reason <text>", "why, as the person reads it; up to 500 characters")
      .option("--evidence <ref>", "where it is written down: a ticket, a key, a page");
  addDeploymentCommand(
    group,
    session,
    {
      usage: "answer <number>",
      what: "send the answer as a letter in the language of the request, and close its task",
      example: ANSWER,
      configure: (command) =>
        byStaff(command)
          .requiredOption("--text <file>", "what the letter says, from a file or - (standard input)")
          .requiredOption("--evidence <ref>", "where it is written down: a ticket, a key, a page"),
    },
    async (context, command) =>
      (await import("./commands/reply.ts")).answerRights(
        context,
        argument(command),
        command.opts<AnswerOptions>(),
      ),
  );
  addDeploymentCommand(
    group,
    session,
    {
      usage: "refuse <number>",
      what: "refuse it by a letter that says why, and where the person may complain",
      example: `rights refuse ${NUMBER} --reason "It is the twelfth copy this week." --ground unfounded-or-excessive --as grace`,
      configure: (command) =>
        reason(command).addOption(
          new Option("--ground <ground>", "which one of the law; an erasure needs one").choices([
            ...REFUSAL_GROUNDS,
          ]),
        ),
    },
    async (context, command) =>
      (await import("./commands/reply.ts")).refuseRights(
        context,
        argument(command),
        command.opts<RefuseOptions>(),
      ),
  );
  addDeploymentCommand(
    group,
    session,
    {
      usage: "extend <number>",
      what: "put the answer off, once and where its rule allows it, by a letter with the new date",
      example: `rights extend ${NUMBER} --reason "Several hundred images have to be looked at." --as grace`,
      configure: reason,
    },
    async (context, command) =>
      (await import("./commands/reply.ts")).extendRights(
        context,
        argument(command),
        command.opts<ExtendOptions>(),
      ),
  );
}

function byStaff(command: Command): Command {
  return command.option("--as <name>", "which member of staff (embedded AWS only)");
}

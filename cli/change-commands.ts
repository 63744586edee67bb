import { type Command, Option } from "commander";
import { REFUSAL_GROUNDS } from "../shared/domain/requests/refusal-ground.ts";
import { addDeploymentCommand, argument, type CommandText, type Session } from "./command.ts";
import type { RefuseOptions, StaffOptions } from "./commands/change.ts";

const REQUEST = "req_01k85260tlrs1ius24j8q81jtd";

/** Adds the commands that change how a request goes on, and the one that shows what it would delete. */
export function addChangeCommands(program: Command, session: Session): void {
  addDeploymentCommand(
    program,
    session,
    {
      usage: "plan <request>",
      what: "show what a request will delete, and nothing else",
      example: `plan ${REQUEST}`,
    },
    async (context, command) =>
      (await import("./commands/show-plan.ts")).showPlanOf(context, argument(command)),
  );
  addStaffCommand(
    program,
    session,
    {
      usage: "refuse <request>",
      what: "refuse a request, on a ground that the law gives",
      example: `refuse ${REQUEST} --ground legal-claims --reason "case 12" --as ada`,
      configure: (command) =>
        command
          .addOption(
            new Option("--ground <ground>", "which one").choices([...REFUSAL_GROUNDS]).makeOptionMandatory(),
          )
          .requiredOption(
            "--reason <text>",
            "what of it holds here, up to 500 characters; name nobody in it",
          ),
    },
    async (context, command) =>
      (await import("./commands/change.ts")).refuse(
        context,
        argument(command),
        command.opts<RefuseOptions>(),
      ),
  );
  addStaffCommand(
    program,
    session,
    {
      usage: "cancel <request>",
      what: "take a request back, before anybody is frozen",
      example: `cancel ${REQUEST}`,
    },
    async (context, command) =>
      (await import("./commands/change.ts")).cancel(context, argument(command), command.opts<StaffOptions>()),
  );
  addStaffCommand(
    program,
    session,
    {
      usage: "expedite <request>",
      what: "end the grace of a request, as one of two people",
      example: `expedite ${REQUEST} --as ada`,
    },
    async (context, command) =>
      (await import("./commands/change.ts")).expedite(
        context,
        argument(command),
        command.opts<StaffOptions>(),
      ),
  );
  addPauseCommands(program, session);
}

function addPauseCommands(program: Command, session: Session): void {
  const changes = [
    ["pause", "stop a request, or all of them, before the next batch"],
    ["resume", "let a paused request, or all of them, go on"],
  ] as const;
  for (const [verb, what] of changes) {
    addStaffCommand(
      program,
      session,
      {
        usage: `${verb} [request]`,
        what,
        example: `${verb} --all --as ada`,
        configure: (command) => command.option("--all", "every request there is"),
      },
      async (context, command) => {
        const { pauseOrResume } = await import("./commands/change.ts");
        return pauseOrResume(
          context,
          verb,
          command.args[0],
          command.opts<StaffOptions & { all?: boolean }>(),
        );
      },
    );
  }
}

function addStaffCommand(
  program: Command,
  session: Session,
  text: CommandText,
  action: Parameters<typeof addDeploymentCommand>[3],
): void {
  const configure = (command: Command): Command =>
    (text.configure?.(command) ?? command).option("--as <name>", "which member of staff (embedded AWS only)");
  addDeploymentCommand(program, session, { ...text, configure }, action);
}

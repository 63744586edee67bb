import type { Command } from "commander";
import { addDeploymentCommand, addGroup, argument, type Session } from "./command.ts";
import type { TaskDoneOptions } from "./commands/tasks.ts";

const TASK = "tsk_019db43e3c00a1b2c3d4e5f6a7";

/** Adds the commands for what people have to do, and for what is stuck. */
export function addTaskCommands(program: Command, session: Session): void {
  addDeploymentCommand(
    program,
    session,
    {
      usage: "tasks",
      what: "list what people have to do, by due date",
      example: "tasks",
      configure: (command) => command.option("--all", "also what was done"),
    },
    async (context, command) =>
      (await import("./commands/tasks.ts")).listTasks(context, command.opts<{ all?: boolean }>()),
  );
  const example = `task done ${TASK} --evidence TICKET-17 --note "Lock lifted, entry deleted" --as grace`;
  const group = addGroup(program, "task", "what a person has to do", example);
  addDeploymentCommand(
    group,
    session,
    {
      usage: "show <task>",
      what: "show a task, what was written to a third party about it, and what came back",
      example: `task show ${TASK}`,
    },
    async (context, command) => (await import("./commands/tasks.ts")).showTask(context, argument(command)),
  );
  addDeploymentCommand(
    group,
    session,
    {
      usage: "done <task>",
      what: "close a task with what shows that it was done",
      example,
      configure: (command) =>
        command
          .option(
            "--evidence <ref>",
            "where it is written down: a ticket, a key, a page (default: the answer of a third party that is attached)",
          )
          .requiredOption("--note <text>", "what was done, in a sentence that names nobody")
          .option("--sha256 <hex>", "of the document that is referred to")
          .option("--as <name>", "which member of staff (embedded AWS only)"),
    },
    async (context, command) => {
      const { taskDone } = await import("./commands/tasks.ts");
      return taskDone(context, argument(command), command.opts<TaskDoneOptions>());
    },
  );
  addDeploymentCommand(
    program,
    session,
    { usage: "doctor", what: "list everything that is stuck, and what helps", example: "doctor" },
    async (context) => (await import("./commands/doctor.ts")).doctor(context),
  );
}

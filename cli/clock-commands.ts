import type { Command } from "commander";
import { addDeploymentCommand, type Session } from "./command.ts";
import type { ClockOptions } from "./commands/clock.ts";

/** Adds the commands for what ends by itself. */
export function addClockCommands(program: Command, session: Session): void {
  addDeploymentCommand(
    program,
    session,
    {
      usage: "clock",
      what: "show what lives, what is due next and how punctually things went, again each second",
      example: "clock --once",
      configure: (command) => command.option("--once", "show it one time, and end"),
    },
    async (context, command) => {
      const { showClock } = await import("./commands/clock.ts");
      const isTerminal = session.streams.columns !== undefined;
      return showClock(context, command.opts<ClockOptions>(), { isTerminal });
    },
  );
  addDeploymentCommand(
    program,
    session,
    {
      usage: "reconcile",
      what: "list every store and compare: exits with 1 if something was past its time and still there",
      example: "reconcile --plan",
      configure: (command) =>
        command.option("--plan", "only say what it would find: exits with 3 if there is something"),
    },
    async (context, command) => {
      const { planReconciliation, reconcile } = await import("./commands/reconcile.ts");
      return command.opts<{ plan?: boolean }>().plan ? planReconciliation(context) : reconcile(context);
    },
  );
  addDeploymentCommand(
    program,
    session,
    {
      usage: "copies",
      what: "list every copy of every store: exits with 3 if one is not as the policy says",
      example: "copies",
    },
    async (context) => {
      const { listCopies } = await import("./commands/copies.ts");
      return listCopies(context);
    },
  );
}

import type { Command } from "commander";
import { addDeploymentCommand, argument, type Session } from "./command.ts";
import type { RestoreOptions } from "./commands/restore.ts";

/** Adds the command that brings copies back. */
export function addRestoreCommand(program: Command, session: Session): void {
  addDeploymentCommand(
    program,
    session,
    {
      usage: "restore <store>",
      what: "show the copies of a store, or bring one back without what was erased or has ended since",
      example: "restore portraits --copy bucket:copy-of-portraits-1796000000000 --plan",
      configure: (command) =>
        command
          .option("--copy <id>", "which copy, as it is listed without this option")
          .option("--at <time>", "of a copy that moves on: which moment of it, ISO 8601 UTC")
          .option("--plan", "only say what would become of it; the copy waits in quarantine")
          .option("--abandon", "give it up: what lies in quarantine goes"),
    },
    async (context, command) => {
      const { restore } = await import("./commands/restore.ts");
      return restore(context, argument(command), command.opts<RestoreOptions>());
    },
  );
}

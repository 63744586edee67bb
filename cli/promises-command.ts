import type { Command } from "commander";
import { addFileCommand, type Session } from "./command.ts";
import type { PromisesOptions } from "./commands/promises.ts";

/** Adds `lethe promises`, which reads policies and measurements, and needs no deployment. */
export function addPromisesCommand(program: Command, session: Session): void {
  addFileCommand(
    program,
    session,
    {
      usage: "promises",
      what: "say of each promise of the policies whether it is kept, by what, and what is missing",
      example: "promises --policy dream-portraits --html promises.html",
      configure: (command) =>
        command
          .option("--policy <name>", "of one policy (default: all of policies/)")
          .option("--html <file>", "write it as one page")
          .option("--strict", "fail unless each is kept, attested or not applicable"),
    },
    async (terminal, command) => {
      const { showPromises } = await import("./commands/promises.ts");
      const { environment, streams } = session;
      return showPromises(terminal, command.opts<PromisesOptions>(), {
        environment,
        ...(streams.columns === undefined ? {} : { widthCharacters: streams.columns }),
      });
    },
  );
}

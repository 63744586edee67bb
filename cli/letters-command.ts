import type { Command } from "commander";
import { addFileCommand, addGroup, type Session } from "./command.ts";
import type { PreviewOptions } from "./commands/preview-letters.ts";

/** Adds `lethe letters`, which shows what people are written, and needs no deployment. */
export function addLettersCommand(program: Command, session: Session): void {
  const letters = addGroup(program, "letters", "what people are written", "letters preview");
  addFileCommand(
    letters,
    session,
    {
      usage: "preview [letter]",
      what: "show a letter with sample values, or all of them",
      example: "letters preview confirm-link --language de",
      configure: (command) =>
        command
          .option("--language <language>", "of one language (default: en, or every one with --open)")
          .option("--html", "print the HTML instead of the plain text")
          .option("--open <folder>", "write them as pages, with an index.html to open in a browser"),
    },
    async (terminal, command) => {
      const { previewLetters } = await import("./commands/preview-letters.ts");
      return previewLetters(terminal, command.args[0], command.opts<PreviewOptions>());
    },
  );
}

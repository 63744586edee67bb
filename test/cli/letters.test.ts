import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { previewLetters } from "../../cli/commands/preview-letters.ts";
import { CommandFailed, UsageError } from "../../cli/exit-codes.ts";
import { LETTER_NAMES } from "../../shared/domain/letters/letter-values.ts";
import { MAIL_LANGUAGES } from "../../shared/domain/mail/intent.ts";
import { ASK_LETTERS } from "../../shared/domain/tasks/asked-by-letter.ts";
import { keptTerminal } from "./kept-terminal.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const folder = temporaryFolder();

describe("lethe letters preview", () => {
  it("prints one letter with its subject, or all of them", () => {
    const terminal = keptTerminal();
    expect(previewLetters(terminal, "confirm-link", { language: "de" })).toBe(0);
    expect(terminal.results).toEqual([expect.stringMatching(/^Subject: .*bestätigen.*\n\n[^<]*$/)]);
    expect(terminal.documents).toEqual([
      [expect.objectContaining({ letter: "confirm-link", language: "de", html: expect.any(String) })],
    ]);
    previewLetters(terminal, undefined, {});
    expect(terminal.results).toHaveLength(1 + LETTER_NAMES.length + ASK_LETTERS.length);
  });

  it("prints what third parties are written, in English alone", () => {
    const terminal = keptTerminal();
    previewLetters(terminal, "remind-processor", {});
    expect(terminal.results).toEqual([expect.stringMatching(/reminder, please delete .*contact-4711/su)]);
    previewLetters(terminal, "remind-processor", { language: "de" });
    expect(terminal.documents.at(-1)).toEqual([]);
  });

  it("prints the HTML if that is asked for", () => {
    const terminal = keptTerminal();
    previewLetters(terminal, "refused", { html: true });
    expect(terminal.results).toEqual([expect.stringMatching(/^<!doctype html>/)]);
  });

  it("writes every letter in every language as pages, with one from which all are found", () => {
    const open = join(folder.path, "letters");
    expect(previewLetters(keptTerminal(), undefined, { open })).toBe(0);
    const count = LETTER_NAMES.length * MAIL_LANGUAGES.length + ASK_LETTERS.length;
    expect(readdirSync(open)).toHaveLength(2 * count + 1);
    const index = readFileSync(join(open, "index.html"), "utf8");
    const linked = [...index.matchAll(/href="([^"]+)"/g)].map(([, file]) => file ?? "");
    expect([...linked, "index.html"].sort()).toEqual(readdirSync(open).sort());
  });

  it("says which letters and languages there are, and which folder cannot be written", () => {
    const terminal = keptTerminal();
    expect(() => previewLetters(terminal, "nonsense", {})).toThrow(UsageError);
    expect(() => previewLetters(terminal, "refused", { language: "xx" })).toThrow(/There are: en, de/);
    const file = folder.write("file", "");
    expect(() => previewLetters(terminal, undefined, { open: file })).toThrow(CommandFailed);
  });
});

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { htmlPage } from "../../shared/domain/html-page.ts";
import type { LetterName, LetterText } from "../../shared/domain/letters/letter-values.ts";
import { LETTER_NAMES } from "../../shared/domain/letters/letter-values.ts";
import { MAIL_LANGUAGES, type MailLanguage } from "../../shared/domain/mail/intent.ts";
import { ASK_LETTERS, type AskLetterName } from "../../shared/domain/tasks/asked-by-letter.ts";
import { CommandFailed, EXIT, type ExitCode, UsageError } from "../exit-codes.ts";
import { sampleAskLetter, sampleLetter } from "../sample-letters.ts";
import type { Terminal } from "../terminal.ts";

export interface PreviewOptions {
  readonly language?: string;
  readonly html?: boolean;
  /** Folder to write pages to. */
  readonly open?: string;
}

interface Sample extends LetterText {
  readonly letter: LetterName | AskLetterName;
  readonly language: MailLanguage;
}

/** To people, and to third parties. */
const NAMES = [...LETTER_NAMES, ...ASK_LETTERS];

/** Shows letters as people would get them, with values that nobody has: prints them, or writes them as pages. */
export function previewLetters(
  terminal: Terminal,
  name: string | undefined,
  { language, html = false, open }: PreviewOptions,
): ExitCode {
  const letters = name === undefined ? NAMES : [oneOf("letter", NAMES, name)];
  const languages =
    language === undefined ? usualLanguages(open) : [oneOf("language", MAIL_LANGUAGES, language)];
  const samples = languages.flatMap((of) => letters.flatMap((letter) => sampleIn(letter, of)));
  terminal.document(samples);
  if (open !== undefined) return writePages(terminal, samples, open);
  for (const { subject, text, html: page } of samples) {
    terminal.result(html ? page : `Subject: ${subject}\n\n${text}`);
  }
  return EXIT.done;
}

/** Third parties are written to in English alone. */
function sampleIn(letter: LetterName | AskLetterName, language: MailLanguage): readonly Sample[] {
  const name = ASK_LETTERS.find((one) => one === letter);
  if (name !== undefined)
    return language === "en" ? [{ letter: name, language, ...sampleAskLetter(name) }] : [];
  const toPerson = LETTER_NAMES.find((one) => one === letter);
  return toPerson === undefined ? [] : [{ letter: toPerson, language, ...sampleLetter(toPerson, language) }];
}

function usualLanguages(open: string | undefined): readonly MailLanguage[] {
  return open === undefined ? ["en"] : MAIL_LANGUAGES;
}

function oneOf<Name extends string>(what: string, names: readonly Name[], asked: string): Name {
  const found = names.find((name) => name === asked);
  if (found !== undefined) return found;
  throw new UsageError(`There is no ${what} "${asked}". There are: ${names.join(", ")}.`);
}

function writePages(terminal: Terminal, samples: readonly Sample[], folder: string): ExitCode {
  const index = join(folder, "index.html");
  try {
    mkdirSync(folder, { recursive: true });
    for (const sample of samples) {
      writeFileSync(join(folder, `${fileOf(sample)}.html`), sample.html);
      writeFileSync(join(folder, `${fileOf(sample)}.txt`), `Subject: ${sample.subject}\n\n${sample.text}`);
    }
    writeFileSync(index, indexPage(samples));
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : "unknown";
    throw new CommandFailed(`${folder} cannot be written (${code}): name a folder that can be.`, { cause });
  }
  terminal.result(`wrote ${samples.length} letters: open ${pathToFileURL(index).href}`);
  return EXIT.done;
}

function indexPage(samples: readonly Sample[]): string {
  const items = samples.map(
    (sample) =>
      `<li>${fileOf(sample)}: <a href="${fileOf(sample)}.html">HTML</a>, <a href="${fileOf(sample)}.txt">plain text</a></li>`,
  );
  return htmlPage({
    title: "Letters",
    madeBy: "Made by lethe letters preview; the values are samples.",
    body: ["<ul>", ...items, "</ul>"],
  });
}

function fileOf({ letter, language }: Sample): string {
  return `${language}-${letter}`;
}

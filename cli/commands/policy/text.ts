import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { sentencesOf } from "../../../shared/domain/policy/policy-text/sentences.ts";
import {
  type BoundTo,
  compareText,
  emptyRecord,
  recordOf,
  type TextComparison,
  type TextRecord,
  TextRecordSchema,
} from "../../../shared/domain/policy/policy-text/text-record.ts";
import { CommandFailed, EXIT, type ExitCode, UsageError } from "../../exit-codes.ts";
import { blocksOfPage } from "../../page-text.ts";
import { POLICIES, policyFiles, policyName, policyOf } from "../../policy-file.ts";
import type { Terminal } from "../../terminal.ts";
import { today } from "../../today.ts";

/** A saved page is text; more than this is something else. */
const PAGE_MAX_BYTES = 5_000_000;

export interface TextOptions {
  readonly policy?: string;
  readonly bind?: readonly string[];
  readonly accept?: boolean;
  readonly all?: boolean;
  /** Where records are kept; `policies/texts` if not said. */
  readonly records?: string;
}

/** Compares a saved page with what was recorded of it, or records it; no word of the page is stored. */
export async function comparePage(
  terminal: Terminal,
  file: string,
  { policy, bind = [], accept = false, all = false, records = join(POLICIES, "texts") }: TextOptions,
): Promise<ExitCode> {
  if (bind.length > 0 && !accept)
    throw new UsageError("--bind is recorded only together with --accept: add it.");
  const page = readPage(file);
  const path = policyFileFor(file, policy);
  const { service, promises } = await policyOf(path, today());
  const name = policyName(path);
  const ids = promises.map(({ id }) => id);
  const sentences = sentencesOf(blocksOfPage(page, file), service.languages[0] ?? "en");
  if (sentences.length === 0)
    throw new CommandFailed(`${file} has no sentence in it: save the page as HTML or text.`);
  const recordFile = join(records, `${name}.json`);
  const before = readRecord(recordFile, name);
  const said = bindings(bind, ids, sentences.length);
  const record = accept ? recordOf(name, sentences, before, said) : before;
  if (accept) writeRecord(recordFile, record);
  const comparison = compareText(sentences, record, ids);
  const shown = relative(process.cwd(), recordFile);
  terminal.document({ policy: name, record: shown, accepted: accept, ...comparison });
  terminal.result(comparisonText(comparison, shown, { all }));
  return comparison.settled ? EXIT.done : EXIT.waiting;
}

function readPage(file: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
    throw new CommandFailed(`${file} cannot be read (${code}): give a page saved as HTML or text.`, {
      cause: error,
    });
  }
  if (bytes.length > PAGE_MAX_BYTES)
    throw new CommandFailed(`${file} has more than 5 MB: save the page alone.`);
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    if (!text.includes("\0")) return text;
  } catch (cause) {
    throw new CommandFailed(`${file} is not UTF-8 text: save the page as HTML or text in UTF-8.`, { cause });
  }
  throw new CommandFailed(`${file} is not text: save the page as HTML or text in UTF-8.`);
}

/** A page that is named like a policy is that policy's. */
function policyFileFor(file: string, asked: string | undefined): string {
  const name = asked ?? policyName(file);
  const found = policyFiles().find((path) => policyName(path) === name);
  if (found !== undefined) return found;
  if (asked !== undefined && existsSync(asked)) return asked;
  const names = policyFiles().map(policyName).join(", ");
  throw new UsageError(
    asked === undefined
      ? `Say whose page it is: --policy NAME, one of ${names}.`
      : `There is no policy "${asked}". There are: ${names}.`,
  );
}

function bindings(
  texts: readonly string[],
  promises: readonly string[],
  sentences: number,
): ReadonlyMap<number, BoundTo> {
  return new Map(
    texts.map((text) => {
      const [, number = "", promise = ""] = /^(\d+)=(\w+)$/.exec(text) ?? [];
      if (number === "")
        throw new UsageError(`--bind ${text}: write it as 12=DP2, or 12=none if it binds nobody.`);
      if (Number(number) < 1 || Number(number) > sentences) {
        throw new UsageError(`--bind ${text}: the page has sentences 1 to ${sentences}.`);
      }
      if (promise === "none") return [Number(number), null];
      if (promises.includes(promise)) return [Number(number), promise];
      throw new UsageError(
        `--bind ${text}: the policy has no promise ${promise}; it has ${promises.join(", ")}.`,
      );
    }),
  );
}

function readRecord(file: string, policy: string): TextRecord {
  if (!existsSync(file)) return emptyRecord(policy);
  const failed = (why: string) =>
    new CommandFailed(
      `${file} is not a record of a text (${why}): restore it from git, or delete it to start again.`,
    );
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, "utf8"));
  } catch {
    throw failed("no JSON");
  }
  const parsed = TextRecordSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw failed(parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; "));
}

function writeRecord(file: string, record: TextRecord): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(record, null, 2)}\n`);
}

const STATES = {
  bound: "bound",
  "binds-nobody": "binds nobody",
  new: "new",
  unbound: "unbound",
  "promise-gone": "promise gone",
} as const;

function comparisonText(
  { sentences, gone, promisesWithoutSentence, settled }: TextComparison,
  recordFile: string,
  { all }: { readonly all: boolean },
): string {
  const open = sentences.filter(({ state }) => all || (state !== "bound" && state !== "binds-nobody"));
  const count = (state: keyof typeof STATES) => sentences.filter((one) => one.state === state).length;
  const counts = Object.entries(STATES).map(([state, words]) => {
    return `${sentences.filter((one) => one.state === state).length} ${words}`;
  });
  return [
    ...open.map(({ number, state, promise, text }) => {
      const what =
        state === "bound" || state === "promise-gone" ? `${STATES[state]} ${promise}` : STATES[state];
      return `${String(number).padStart(4)}  ${what.padEnd(16)}  ${text}`;
    }),
    ...gone.map(
      ({ sha256, promise }) => `   -  gone              ${sha256.slice(0, 12)}… ${wasBound(promise)}`,
    ),
    `${recordFile}: ${sentences.length} sentences: ${counts.join(", ")}; ${gone.length} gone`,
    ...(promisesWithoutSentence.length > 0
      ? [`No sentence is bound to ${promisesWithoutSentence.join(", ")}.`]
      : []),
    ...(settled ? [] : [whatToDo(count("new") + gone.length > 0)]),
  ].join("\n");
}

function wasBound(promise: BoundTo): string {
  return promise === null ? "(bound nobody)" : promise === "unbound" ? "(unbound)" : `(was ${promise})`;
}

function whatToDo(changed: boolean): string {
  const first = changed ? "Read what is new and gone, record it with --accept, and say" : "Say with --accept";
  return `${first} what each open sentence binds: --bind 12=DP2, or --bind 12=none.`;
}

import { readFileSync } from "node:fs";
import { text as textOf } from "node:stream/consumers";
import type { z } from "zod";
import {
  ANSWER_CHARACTERS_MAX,
  AnswerTextSchema,
  REASON_CHARACTERS_MAX,
  ReasonTextSchema,
} from "../../shared/domain/letters/text-by-person.ts";
import { replyByLetter } from "../api.ts";
import { staffNamed } from "../caller.ts";
import type { Context } from "../context.ts";
import { EXIT, type ExitCode, UsageError } from "../exit-codes.ts";
import { rightsNumber } from "./rights.ts";

/** What the letters that people write have in common. */
interface ReplyOptions {
  readonly evidence?: string;
  readonly as?: string;
}

/** Options of `lethe rights answer`. */
export interface AnswerOptions extends ReplyOptions {
  readonly text: string;
  readonly evidence: string;
}

/** Options of `lethe rights refuse`. */
export interface RefuseOptions extends ReplyOptions {
  readonly reason: string;
  readonly ground?: string;
}

/** Options of `lethe rights extend`. */
export interface ExtendOptions extends ReplyOptions {
  readonly reason: string;
}

/** Sends the answer to a request, from a file or standard input, and ends the request. */
export async function answerRights(
  context: Context,
  number: string,
  { text, evidence, as }: AnswerOptions,
  input: NodeJS.ReadableStream = process.stdin,
): Promise<ExitCode> {
  const words = wordsOf(AnswerTextSchema, await readText(text, input), ANSWER_CHARACTERS_MAX);
  return reply(context, number, "answer", { text: words, reference: evidence }, as);
}

/** Refuses a request, and tells why and where the person may complain. */
export function refuseRights(
  context: Context,
  number: string,
  { reason, ground, evidence, as }: RefuseOptions,
): Promise<ExitCode> {
  const body = { reason: reasonOf(reason), ...given({ ground, reference: evidence }) };
  return reply(context, number, "refusal", body, as);
}

/** Puts the answer off, where a rule lets it, and tells the new date. */
export function extendRights(
  context: Context,
  number: string,
  { reason, evidence, as }: ExtendOptions,
): Promise<ExitCode> {
  const body = { reason: reasonOf(reason), ...given({ reference: evidence }) };
  return reply(context, number, "extension", body, as);
}

const SAID = {
  answer: () => "Answered: the letter is on its way, and the request has ended.",
  refusal: () => "Refused: the letter says why, and where they may complain.",
  extension: (dueAt = "") => `Put off to ${dueAt}: the letter says so.`,
} as const;

async function reply(
  context: Context,
  number: string,
  letter: keyof typeof SAID,
  body: Readonly<Record<string, string>>,
  as: string | undefined,
): Promise<ExitCode> {
  const known = rightsNumber(number);
  const deployment = await context.deployment();
  const replied = await replyByLetter(deployment, staffNamed(deployment, as), known, letter, body);
  context.terminal.document(replied);
  context.terminal.result(SAID[letter](replied.dueAt));
  return EXIT.done;
}

async function readText(place: string, input: NodeJS.ReadableStream): Promise<string> {
  if (place === "-") return textOf(input);
  try {
    return readFileSync(place, "utf8");
  } catch (cause) {
    throw new UsageError(`The file ${place} cannot be read: name one, or - for standard input.`, { cause });
  }
}

function reasonOf(reason: string): string {
  return wordsOf(ReasonTextSchema, reason, REASON_CHARACTERS_MAX);
}

/** Line ends of other systems are line ends; a tab is a space. */
function wordsOf(schema: z.ZodType<string>, given: string, charactersMax: number): string {
  const parsed = schema.safeParse(
    given
      .replace(/^\uFEFF/u, "")
      .replace(/\r\n?/g, "\n")
      .replaceAll("\t", " "),
  );
  if (parsed.success) return parsed.data;
  throw new UsageError(
    `Write 1 to ${charactersMax} characters without control characters; an empty line begins a paragraph.`,
  );
}

/** Returns the fields that were given. */
function given(fields: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

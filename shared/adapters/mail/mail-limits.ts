import type { Unreadable } from "../../domain/mail/mail-as-read.ts";
import { READ_BYTES_MAX } from "../../domain/mail/stored-mail.ts";

/** Base64 of the largest mail has a tenth less; parsers pay by the line. */
const LINES_MAX = 150_000;
/** Of the mail itself, and of all its parts together. */
export const HEADER_BYTES_MAX = 128 * 1024;
export const ALL_HEADERS_BYTES_MAX = 512 * 1024;
export const PARTS_MAX = 200;
export const DEPTH_MAX = 20;
/** HTML beyond this is not turned into text. */
export const HTML_LENGTH_MAX = 500_000;
/** Parsers are streams: one that never ends would keep the next mail waiting. */
const PARSING_MS_MAX = 20_000;

const LINE_FEED = 0x0a;

/** Returns why a mail is not even parsed, undefined if it may be. */
export function limitBrokenBy(raw: Uint8Array, headerBytes: number): Unreadable | undefined {
  if (raw.length > READ_BYTES_MAX || headerBytes > HEADER_BYTES_MAX) return "too-large";
  let lines = 0;
  for (let at = raw.indexOf(LINE_FEED); at >= 0; at = raw.indexOf(LINE_FEED, at + 1)) {
    lines += 1;
    if (lines > LINES_MAX) return "too-large";
  }
  return undefined;
}

/** Returns why a parser gave up, by what both say when a limit is broken. */
export function unreadableBecause(error: unknown): Unreadable {
  const message = error instanceof Error ? error.message : "";
  if (/child nodes exceeded/i.test(message)) return "too-many-parts";
  if (/nesting depth/i.test(message)) return "too-deep";
  return /header size/i.test(message) ? "too-large" : "unparsable";
}

/** Ends with an error what does not end by itself. */
export async function withinDeadline<Result>(work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("A parser did not end.")), PARSING_MS_MAX);
  });
  try {
    return await Promise.race([work, deadline]);
  } finally {
    clearTimeout(timer);
  }
}

import { ATTRIBUTIONS, DIVIDERS, QUOTED_FIELDS, SIGNATURE } from "./quotation-marks.ts";
import { cut } from "./safe-text.ts";

/** What a sender wrote, and whether something of others stood beside it. */
export interface OwnWords {
  readonly text: string;
  readonly hasQuotation: boolean;
}

const TEXT_MAX = 20_000;
/** Only so much is looked through: what a person writes comes first, and is short. */
const LOOKED_THROUGH_MAX = 200_000;
/** Longer lines are no line that a mail program writes above a quotation. */
const MARK_LENGTH_MAX = 300;
/** An attribution is broken over so many lines at most. */
const ATTRIBUTION_LINES_MAX = 3;
const QUOTED_FIELDS_MIN = 3;

/**
 * Returns what the sender of a mail wrote in it. Lines with a quote mark go wherever they are; what follows a divider or
 * an attribution without marks goes to the end. In doubt a line stays quoted: what is not read leads to a person, what
 * somebody else wrote must not lead to anything.
 *
 * @param text safe, its lines ended by LF.
 */
export function ownWordsOf(text: string): OwnWords {
  const lines = text.slice(0, LOOKED_THROUGH_MAX).split("\n");
  const kept: string[] = [];
  let hasQuotation = false;
  for (let at = 0; at < lines.length; at += 1) {
    if (SIGNATURE.test(lines[at] ?? ""))
      return { text: ended(kept), hasQuotation: hasQuotation || quotes(lines, at) };
    const attribution = attributionAt(lines, at);
    if (isDivider(lines, at) || (attribution > 0 && !isMarked(lines, at + attribution))) {
      return { text: ended(kept), hasQuotation: true };
    }
    const isQuoted = attribution > 0 || isMark(lines[at]);
    hasQuotation ||= isQuoted;
    if (isQuoted) at += Math.max(attribution - 1, 0);
    else kept.push(lines[at] ?? "");
  }
  return { text: ended(kept), hasQuotation };
}

function isMark(line: string | undefined): boolean {
  return line !== undefined && /^ {0,8}[>＞|]/.test(line);
}

/** Whether a line with a quote mark comes next, after empty ones. */
function isMarked(lines: readonly string[], start: number): boolean {
  const next = lines.slice(start, start + ATTRIBUTION_LINES_MAX).find((line) => line.trim() !== "");
  return isMark(next);
}

/** Whether something is quoted after a signature. */
function quotes(lines: readonly string[], start: number): boolean {
  return lines.some((line, at) => at > start && (isMark(line) || isDivider(lines, at)));
}

function isDivider(lines: readonly string[], at: number): boolean {
  const line = short(lines[at]);
  if (line === "") return false;
  if (DIVIDERS.some((divider) => divider.test(line))) return true;
  const fields = lines.slice(at, at + QUOTED_FIELDS_MIN).filter((next) => QUOTED_FIELDS.test(short(next)));
  return fields.length === QUOTED_FIELDS_MIN;
}

/** Returns over how many lines an attribution goes that begins here; 0 if none does. */
function attributionAt(lines: readonly string[], at: number): number {
  let joined = "";
  for (let count = 1; count <= ATTRIBUTION_LINES_MAX; count += 1) {
    const line = short(lines[at + count - 1]);
    if (line === "") return 0;
    joined = joined === "" ? line : `${joined} ${line}`;
    if (ATTRIBUTIONS.some(({ begins, ends }) => ends.test(joined) && begins.test(joined))) return count;
    if (joined.length > MARK_LENGTH_MAX) return 0;
  }
  return 0;
}

/** Returns a line as it may be a mark, empty if it is too long for one. */
function short(line: string | undefined): string {
  return line === undefined || line.length > MARK_LENGTH_MAX ? "" : line.trim();
}

function ended(kept: readonly string[]): string {
  return cut(
    kept
      .join("\n")
      .replace(/\n{3,}/g, "\n\n")
      .trim(),
    TEXT_MAX,
  ).trimEnd();
}

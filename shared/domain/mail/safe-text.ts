const SUBJECT_MAX = 500;
/** RFC 5322 §2.1.1 allows lines of 998; a name of a mail that is longer than this is made to be long. */
const MESSAGE_ID_MAX = 250;
const REFERENCES_MAX = 20;
/** Fields are looked through so far for names of mails. */
const REFERENCES_LENGTH_MAX = 20_000;

const LINE_ENDS = /\r\n|[\r\n\u0085\u2028\u2029]/g;
const CONTROL = /[\p{Cc}\p{Cs}]/gu;
/** Shown as nothing, or change the direction of what follows; joiners stay, for scripts that need them. */
const INVISIBLE =
  /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;

/** Returns a text without control and invisible characters, its lines ended by LF. */
export function safeText(text: string): string {
  return text
    .split(LINE_ENDS)
    .map((line) => line.replaceAll("\t", " ").replace(CONTROL, "").replace(INVISIBLE, ""))
    .join("\n");
}

/** Returns a subject in one line. */
export function subjectLine(subject: string): string {
  return cut(
    safeText(subject.slice(0, 4 * SUBJECT_MAX))
      .replace(/[\s\p{Zs}]+/gu, " ")
      .trim(),
    SUBJECT_MAX,
  );
}

/** Returns a text that is no longer than this, with no character cut in two. */
export function cut(text: string, maxLength: number): string {
  return text.slice(0, maxLength).replace(/[\ud800-\udbff]$/, "");
}

/** Returns the name of a mail, undefined if it cannot stand in a header as it is. */
export function messageIdOf(values: readonly string[]): string | undefined {
  const [value] = values;
  if (value === undefined || values.length > 1) return undefined;
  const [messageId] = messageIdsIn(value);
  return messageId === value.trim() ? messageId : undefined;
}

/** Returns the names of mails that these fields hold: the last ones, each once. */
export function messageIdsOf(values: readonly string[]): readonly string[] {
  return [...new Set(values.flatMap(messageIdsIn))].slice(-REFERENCES_MAX);
}

function messageIdsIn(value: string): readonly string[] {
  const found = value.slice(-REFERENCES_LENGTH_MAX).match(/<[!-;=?-~]{1,998}>/g) ?? [];
  return found.filter(({ length }) => length <= MESSAGE_ID_MAX);
}

/** A field of a mail's header as it was written, but unfolded. */
export interface HeaderField {
  /** Lower case, without the blanks and characters that some readers skip. */
  readonly name: string;
  readonly value: string;
}

/** The header of a mail, read by hand: a third opinion beside two parsers. */
export interface MailHeader {
  /** Up to the first empty line, whichever line ends are used. */
  readonly byteCount: number;
  readonly fields: readonly HeaderField[];
}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
/** U+FEFF in front of a name stays: a reader that skips it would see a field that others do not. */
const UTF8 = new TextDecoder("utf-8", { ignoreBOM: true });

/**
 * Returns the header in its widest reading. Readers disagree on what ends a line (a lone LF or CR, or the pair alone) and
 * thus the header; here all of them do, and the header goes on until CRLF CRLF in a mail that has any CRLF. What any
 * reader takes for a field is therefore among the fields.
 *
 * @param maxBytes fields after so many are left out.
 */
export function mailHeaderOf(raw: Uint8Array, maxBytes: number): MailHeader {
  const byteCount = endOfHeader(raw);
  const widest = Math.min(Math.max(byteCount, strictEndOfHeader(raw)), maxBytes);
  return { byteCount, fields: fieldsIn(UTF8.decode(raw.subarray(0, widest))) };
}

/** Returns the values of all fields of this name, in lower case, as they were written. */
export function valuesOf(fields: readonly HeaderField[], name: string): readonly string[] {
  return fields.filter((field) => field.name === name).map(({ value }) => value.trim());
}

function fieldsIn(text: string): readonly HeaderField[] {
  const unfolded: string[] = [];
  for (const line of text.split(/\r\n|\n|\r/)) {
    const isContinued = line.startsWith(" ") || line.startsWith("\t");
    if (isContinued && unfolded.length > 0) unfolded.push(`${unfolded.pop()}${line}`);
    else unfolded.push(line);
  }
  return unfolded.flatMap((line) => {
    const colon = line.indexOf(":");
    if (colon < 0) return [];
    const name = line.slice(0, colon).replace(/[^\x21-\x7e]/g, "");
    return [{ name: name.toLowerCase(), value: line.slice(colon + 1) }];
  });
}

function endOfHeader(raw: Uint8Array): number {
  for (let at = raw.indexOf(LINE_FEED); at >= 0; at = raw.indexOf(LINE_FEED, at + 1)) {
    const next = raw[at + 1] === CARRIAGE_RETURN ? at + 2 : at + 1;
    if (raw[next] === LINE_FEED) return at + 1;
  }
  return raw.length;
}

/** Where the header ends for who takes CRLF alone for a line end; 0 if the mail is written without. */
function strictEndOfHeader(raw: Uint8Array): number {
  let isPaired = false;
  for (let at = raw.indexOf(LINE_FEED); at >= 0; at = raw.indexOf(LINE_FEED, at + 1)) {
    const isPair = raw[at - 1] === CARRIAGE_RETURN;
    if (isPair && raw[at + 1] === CARRIAGE_RETURN && raw[at + 2] === LINE_FEED) return at + 1;
    isPaired ||= isPair;
  }
  return isPaired ? raw.length : 0;
}

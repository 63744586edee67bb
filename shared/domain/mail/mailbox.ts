import type { SenderDoubt } from "./mail-as-read.ts";

/** A mailbox as it was written. */
export interface Mailbox {
  readonly localPart: string;
  readonly domain: string;
}

/** What a From field names. */
export type FieldReading =
  | { readonly kind: "mailbox"; readonly mailbox: Mailbox }
  | { readonly kind: "doubtful"; readonly why: SenderDoubt };

/** Domains in ASCII; undefined for what is none, or would become another one on the way. */
export type ToAsciiDomain = (domain: string) => string | undefined;

/** RFC 5321 §4.5.3.1: octets; counted here in UTF-16 units, which are never more. */
const LOCAL_PART_MAX = 64;
const DOMAIN_MAX = 253;

/** Control, format (zero width, bidi, soft hyphen), line separators, unassigned, and what is shown as nothing. */
const STRANGE = /[\p{Cc}\p{Cf}\p{Cn}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
/** RFC 5322 `dot-atom`, with the letters that RFC 6532 adds. */
const DOT_ATOM = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const LABELS = /^[\p{L}\p{M}\p{N}-]+(?:\.[\p{L}\p{M}\p{N}-]+)+$/u;
const ASCII_LABELS = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * Reads a From field by the grammar of RFC 5322 and no more: one mailbox, plain or in angle brackets behind a name.
 * Whatever else mail programs make sense of (lists, groups, comments, routes, quoted local parts) is doubtful: they do
 * not make the same sense of it.
 *
 * @param value unfolded, without the name of the field.
 */
export function readFromField(value: string): FieldReading {
  // A tab is a blank in a header, and no other control character is.
  const written = value.replaceAll("\t", " ").trim();
  if (STRANGE.test(written)) return doubtful("strange-characters");
  const parts = split(written);
  if ("why" in parts) return doubtful(parts.why);
  const mailbox = mailboxOf(parts.address);
  if (!mailbox) return doubtful("no-mailbox");
  const others = parts.unquotedName.split(" ").filter((word) => word.includes("@"));
  if (others.some((word) => word !== parts.address)) return doubtful("several-mailboxes");
  return { kind: "mailbox", mailbox };
}

/** Returns the parts of a plain address, undefined if it is none. */
export function mailboxOf(address: string): Mailbox | undefined {
  const at = address.indexOf("@");
  const localPart = address.slice(0, Math.max(at, 0));
  const domain = address.slice(at + 1);
  if (localPart.length > LOCAL_PART_MAX || domain.length > DOMAIN_MAX) return undefined;
  return DOT_ATOM.test(localPart) && LABELS.test(domain) ? { localPart, domain } : undefined;
}

/**
 * Returns the address by which a mailbox is known: local part as written, domain in lower-case ASCII; undefined if its
 * domain is none.
 */
export function canonicalAddress({ localPart, domain }: Mailbox, toAscii: ToAsciiDomain): string | undefined {
  const ascii = toAscii(domain.toLowerCase());
  return ascii !== undefined && ASCII_LABELS.test(ascii) ? `${localPart}@${ascii}` : undefined;
}

type Split =
  | { readonly unquotedName: string; readonly address: string }
  | { readonly why: "strange-characters" | "several-mailboxes" | "no-mailbox" };

/** Takes the name apart from the address; in one pass, so that no field takes long. */
function split(written: string): Split {
  let unquotedName = "";
  for (let at = 0; at < written.length; at += 1) {
    const character = written.charAt(at);
    if (character === '"') {
      at = endOfQuoted(written, at);
      if (at < 0) return { why: "no-mailbox" };
      unquotedName += " ";
    } else if (character === "<") {
      // Nothing may come after the bracket that closes it.
      const isLast = written.indexOf(">", at) === written.length - 1;
      return isLast ? { unquotedName, address: written.slice(at + 1, -1) } : whyNot(written.slice(at + 1));
    } else if ("(),:;>\\".includes(character)) {
      return whyNot(character);
    } else unquotedName += character;
  }
  const isPlain = !written.includes('"');
  return isPlain ? { unquotedName: "", address: unquotedName } : { why: "no-mailbox" };
}

function whyNot(rest: string): Split {
  if (/[,:;<]/.test(rest)) return { why: "several-mailboxes" };
  return { why: rest.includes("(") ? "strange-characters" : "no-mailbox" };
}

/** Returns where a quoted string that begins here ends, -1 if it does not. */
function endOfQuoted(written: string, start: number): number {
  for (let at = start + 1; at < written.length; at += 1) {
    if (written[at] === "\\") at += 1;
    else if (written[at] === '"') return at;
  }
  return -1;
}

function doubtful(why: SenderDoubt): FieldReading {
  return { kind: "doubtful", why };
}

import type { Sender, SenderDoubt } from "./mail-as-read.ts";
import { canonicalAddress, readFromField, type ToAsciiDomain } from "./mailbox.ts";

/** What one parser makes of the From fields. */
export interface FromReading {
  readonly fieldCount: number;
  /** Mailboxes that it finds in the first field, those of groups included. */
  readonly mailboxes: readonly string[];
  readonly hasGroup: boolean;
}

/**
 * Returns who sent a mail, if our own strict reading and every parser say the same. What Reply-To, Sender or a name
 * says is never asked.
 *
 * @param values of all From fields, in the widest reading of the header.
 */
export function agreedSender(
  values: readonly string[],
  readings: readonly FromReading[],
  toAscii: ToAsciiDomain,
): Sender {
  const [value] = values;
  if (value === undefined && readings.every(({ fieldCount }) => fieldCount === 0)) return doubtful("no-from");
  if (values.length > 1 || readings.some(({ fieldCount }) => fieldCount > 1)) return doubtful("several-from");
  if (value === undefined || readings.some(({ fieldCount }) => fieldCount === 0)) {
    return doubtful("parsers-disagree");
  }
  const strict = readFromField(value);
  if (strict.kind === "doubtful") return strict;
  const written = `${strict.mailbox.localPart}@${strict.mailbox.domain}`;
  if (!readings.every((reading) => saysOnly(reading, written))) return doubtful("parsers-disagree");
  const address = canonicalAddress(strict.mailbox, toAscii);
  return address === undefined ? doubtful("strange-characters") : { kind: "mailbox", address };
}

function saysOnly({ mailboxes, hasGroup }: FromReading, address: string): boolean {
  return !hasGroup && mailboxes.length === 1 && mailboxes[0] === address;
}

function doubtful(why: SenderDoubt): Sender {
  return { kind: "doubtful", why };
}

import { canonicalAddress, mailboxOf, type ToAsciiDomain } from "./mailbox.ts";

/** Reports are short; what comes after this is no field of one. */
const STATUS_LENGTH_MAX = 100_000;

/**
 * Returns the address that a delivery report says failed for good: the one that was written to, if it says so, else
 * the one that it was handed on to.
 *
 * @param status a `message/delivery-status`, RFC 3464.
 * @returns undefined if there is none, or more than one: which of them was ours cannot be told.
 */
export function bouncedAddressOf(status: string, toAscii: ToAsciiDomain): string | undefined {
  const groups = status
    .slice(0, STATUS_LENGTH_MAX)
    .replaceAll("\r", "")
    .split(/\n\s*\n/);
  const failed = groups.flatMap((group) => {
    if (fieldOf(group, "action")?.toLowerCase() !== "failed") return [];
    const address = addressIn(
      fieldOf(group, "original-recipient") ?? fieldOf(group, "final-recipient"),
      toAscii,
    );
    return address === undefined ? [] : [address];
  });
  const [address, ...others] = new Set(failed);
  return others.length === 0 ? address : undefined;
}

function fieldOf(group: string, name: string): string | undefined {
  for (const line of group.split("\n")) {
    const colon = line.indexOf(":");
    if (colon > 0 && line.slice(0, colon).trim().toLowerCase() === name) return line.slice(colon + 1).trim();
  }
  return undefined;
}

/** `rfc822; person@example.org`, in angle brackets or not. */
function addressIn(recipient: string | undefined, toAscii: ToAsciiDomain): string | undefined {
  const address = recipient
    ?.replace(/^rfc822\s*;/i, "")
    .trim()
    .replace(/^<(.*)>$/, "$1");
  const mailbox = address === undefined ? undefined : mailboxOf(address);
  return mailbox && canonicalAddress(mailbox, toAscii);
}

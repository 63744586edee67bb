import { keyedReference, type SubjectKey } from "../erasure/subject-reference.ts";

/** What was given is no address of a mailbox; nothing was looked up, nothing was changed. */
export class NotAnAddress extends Error {
  override readonly name = "NotAnAddress";
}

/** Something before the last `@`, where a quoted local part may have spaces, and a domain after it. */
const ADDRESS = /^[^\p{Cc}]+@[^\p{Cc}\p{Z}@]+$/u;

/** Another use of the key: the reference of an address and that of a person have nothing in common. */
const ADDRESS_LABEL = "address";

/**
 * Returns the address by which two are compared: A to Z in lower case, and every other character as it is. Nothing is
 * merged: not what follows a plus, not dots, not characters that look or fold alike, for each of them may be somebody
 * else's mailbox (RFC 5321 section 2.4 leaves the local part to the receiving server).
 *
 * @throws {NotAnAddress} if it has no `@` between two parts, control characters, or white space in the domain.
 */
export function canonicalAddress(address: string): string {
  // Not in the message: an address is personal data.
  if (!ADDRESS.test(address))
    throw new NotAnAddress("This is not an address of a mailbox: give one such as a@b.example.");
  // Not toLowerCase of the whole: it makes a k of the Kelvin sign.
  return address.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/**
 * Returns the keyed hash that stands for an address where mail is counted and found again.
 *
 * @returns `v<version>_` and 64 hexadecimal digits of HMAC-SHA-256.
 * @throws {NotAnAddress} as {@link canonicalAddress} does.
 */
export function addressReference(secret: SubjectKey, service: string, address: string): string {
  return keyedReference(secret, [ADDRESS_LABEL, service, canonicalAddress(address)]);
}

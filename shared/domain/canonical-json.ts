import { hash } from "node:crypto";
import canonicalize from "canonicalize";

/** A value has no canonical JSON: it holds `undefined` at its top, a function, or a number that is not finite. */
export class NotCanonicalizable extends Error {
  override readonly name = "NotCanonicalizable";
}

/**
 * Returns the one JSON text of a value: keys sorted, no white space, as RFC 8785 has it.
 *
 * @throws {NotCanonicalizable} if the value has no JSON.
 * @see https://www.rfc-editor.org/rfc/rfc8785
 */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new NotCanonicalizable("This value has no JSON text: pass an object.");
  return text;
}

/** Returns SHA-256 of UTF-8 text or bytes as 64 lower-case hexadecimal digits. */
export function sha256Hex(data: string | Uint8Array): string {
  return hash("sha256", data);
}

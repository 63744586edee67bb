import { sha256Hex } from "../canonical-json.ts";

/** Random bytes to make a secret of: twice what nobody guesses. */
export const TOKEN_RANDOM_BYTES = 32;

/** 128 bits: nobody finds one by trying. */
const RANDOM_BYTES_MIN = 16;
const RANDOM_BYTES_MAX = 64;

/** A link could be guessed, or would not lead to our pages; none was made. */
export class LinkRefused extends Error {
  override readonly name = "LinkRefused";
}

/** The secret of a link, and the hash by which it is kept: from the hash nobody can make the link. */
export interface TokenSecret {
  /** For the person alone: never stored and never in a log. */
  readonly secret: string;
  readonly hash: string;
}

/**
 * Returns a new secret of a one-time link.
 *
 * @param random {@link TOKEN_RANDOM_BYTES} bytes of chance, fit for keys.
 * @returns the secret in base64url without padding, and its SHA-256.
 * @throws {LinkRefused} if there are fewer than 16 or more than 64.
 */
export function newTokenSecret(random: Uint8Array): TokenSecret {
  const secret = Buffer.from(random).toString("base64url");
  if (isOfLength(random.length)) return { secret, hash: sha256Hex(secret) };
  throw new LinkRefused(`A secret is made of 16 to 64 random bytes; these are ${random.length}.`);
}

/**
 * Returns the hash by which the link of a secret is found; undefined if no secret of ours is written so, and then nothing
 * needs to be looked up.
 *
 * Hashes are looked up and never compared byte by byte with a secret, so how long it takes tells nothing of one: whoever
 * could choose a hash that begins right would have to find its secret first.
 */
export function tokenHashOf(given: unknown): string | undefined {
  if (typeof given !== "string" || given.length > 2 * RANDOM_BYTES_MAX) return undefined;
  const bytes = Buffer.from(given, "base64url");
  // Node reads over what is not base64url, and over bits at the end that say nothing: only the one right way is read.
  const isWrittenSo = bytes.toString("base64url") === given;
  return isWrittenSo && isOfLength(bytes.length) ? sha256Hex(given) : undefined;
}

function isOfLength(bytes: number): boolean {
  return bytes >= RANDOM_BYTES_MIN && bytes <= RANDOM_BYTES_MAX;
}

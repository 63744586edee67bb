import { createCipheriv, createDecipheriv, hkdfSync, timingSafeEqual } from "node:crypto";

/** Every envelope begins so; another form would have another number. */
const FORM = Buffer.from("LTH1");
const SALT_BYTES = 32;
const KEY_BYTES = 32;
/** https://csrc.nist.gov/pubs/sp/800/38/d/final: 96 bits; each envelope has a key of its own, so none meets another. */
const IV_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = FORM.length + SALT_BYTES + KEY_BYTES + IV_BYTES;

/** Whose bytes they are, and of what kind: an envelope opens under no other name. */
export interface EnvelopeOf {
  readonly service: string;
  readonly subjectRef: string;
  readonly category: string;
}

/** These bytes are no envelope, or one that was changed, or of another person: nothing was opened. */
export class NotThisEnvelope extends Error {
  override readonly name = "NotThisEnvelope";
}

/**
 * Returns bytes that open with the person's key alone. The key of each envelope is derived from that and a salt, and a
 * commitment beside it says which key it was made with: one envelope never opens to two different texts.
 *
 * @param key 32 bytes.
 * @param random so many bytes that nobody can guess.
 */
export function sealedBytes(
  key: Uint8Array,
  of: EnvelopeOf,
  bytes: Uint8Array,
  random: (bytes: number) => Uint8Array,
): Uint8Array {
  const salt = random(SALT_BYTES);
  const { cipherKey, commitment } = derived(key, salt);
  const iv = random(IV_BYTES);
  const cipher = createCipheriv("aes-256-gcm", cipherKey, iv);
  cipher.setAAD(nameOf(of));
  const body = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Buffer.concat([FORM, salt, commitment, iv, body, cipher.getAuthTag()]);
}

/**
 * Returns what was sealed.
 *
 * @throws {NotThisEnvelope} without saying what is in it.
 */
export function openedBytes(key: Uint8Array, of: EnvelopeOf, envelope: Uint8Array): Uint8Array {
  const bytes = Buffer.from(envelope);
  if (bytes.length < HEAD_BYTES + TAG_BYTES || !bytes.subarray(0, FORM.length).equals(FORM)) {
    throw new NotThisEnvelope("These bytes are no envelope of this client: were they written without it?");
  }
  const at = { salt: FORM.length, commitment: FORM.length + SALT_BYTES };
  const salt = bytes.subarray(at.salt, at.commitment);
  const { cipherKey, commitment } = derived(key, salt);
  const committed = bytes.subarray(at.commitment, at.commitment + KEY_BYTES);
  if (!timingSafeEqual(commitment, committed)) {
    throw new NotThisEnvelope(
      "This envelope was made with another key: it is another person's, or another kind's.",
    );
  }
  const decipher = createDecipheriv(
    "aes-256-gcm",
    cipherKey,
    bytes.subarray(HEAD_BYTES - IV_BYTES, HEAD_BYTES),
  );
  decipher.setAAD(nameOf(of));
  decipher.setAuthTag(bytes.subarray(bytes.length - TAG_BYTES));
  try {
    return Buffer.concat([
      decipher.update(bytes.subarray(HEAD_BYTES, bytes.length - TAG_BYTES)),
      decipher.final(),
    ]);
  } catch (cause) {
    throw new NotThisEnvelope("This envelope was changed since it was made, or is kept under another name.", {
      cause,
    });
  }
}

function derived(key: Uint8Array, salt: Uint8Array) {
  const of = (use: string) =>
    Buffer.from(hkdfSync("sha256", key, salt, `lethe.envelope/1 ${use}`, KEY_BYTES));
  return { cipherKey: of("cipher"), commitment: of("commitment") };
}

function nameOf({ service, subjectRef, category }: EnvelopeOf): Uint8Array {
  return Buffer.from(JSON.stringify(["lethe.envelope/1", service, subjectRef, category]));
}

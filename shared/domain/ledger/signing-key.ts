import { createPublicKey } from "node:crypto";
import { z } from "zod";
import { sha256Hex } from "../canonical-json.ts";

/** The one signature algorithm there is; a document that names another is refused. */
export const SIGNATURE_ALGORITHM = "ECDSA_P256_SHA256";

/** A public key as it is archived at deployment: with it certificates are checked for as long as they are kept. */
export const ArchivedKeySchema = z.strictObject({
  schema: z.literal("lethe.signing-key/1"),
  service: z.string().min(1),
  /** SHA-256 of the key's SPKI in DER. */
  keyId: z.string().regex(/^[0-9a-f]{64}$/),
  algorithm: z.literal(SIGNATURE_ALGORITHM),
  publicKeyPem: z.string().min(1),
  validFrom: z.iso.datetime(),
  /** After a rotation: what was signed until then stays valid. */
  validUntil: z.iso.datetime().optional(),
});

/** Says until when an archived key could sign; kept beside it. */
export const KeyRetirementSchema = z.strictObject({
  schema: z.literal("lethe.key-retirement/1"),
  keyId: z.string().regex(/^[0-9a-f]{64}$/),
  validUntil: z.iso.datetime(),
});

export type KeyRetirement = z.infer<typeof KeyRetirementSchema>;
export type ArchivedKey = z.infer<typeof ArchivedKeySchema>;

/** Returns the id of a public key: SHA-256 of its SPKI in DER, 64 hexadecimal digits. */
export function keyIdOf(publicKeyPem: string): string {
  return sha256Hex(createPublicKey(publicKeyPem).export({ type: "spki", format: "der" }));
}

/** Says whether a key could sign at that moment, ISO 8601 UTC. */
export function wasValidAt(key: ArchivedKey, instant: string): boolean {
  return key.validFrom <= instant && (key.validUntil === undefined || instant <= key.validUntil);
}

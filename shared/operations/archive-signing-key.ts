import { canonicalJson } from "../domain/canonical-json.ts";
import {
  type ArchivedKey,
  ArchivedKeySchema,
  type KeyRetirement,
  KeyRetirementSchema,
  keyIdOf,
} from "../domain/ledger/signing-key.ts";
import type { Anchors, Clock, Signer } from "./ports.ts";

/** A key that was retired is to sign again; nothing was changed. */
export class SigningKeyRetired extends Error {
  override readonly name = "SigningKeyRetired";
}

export interface ArchiveKeyPorts {
  readonly signer: Signer;
  readonly anchors: Anchors;
  readonly clock: Clock;
}

/**
 * Keeps the public key of the signer where certificates will be checked with it, and retires every other: what those
 * signed until now stays valid, and nothing they sign from now on is. What is kept already stays as it is.
 *
 * @throws {SigningKeyRetired} if the signer's own key was retired before.
 */
export async function archiveSigningKey(ports: ArchiveKeyPorts, service: string): Promise<ArchivedKey> {
  const publicKeyPem = await ports.signer.publicKey();
  const keyId = keyIdOf(publicKeyPem);
  const keys = await archivedKeys(ports.anchors);
  const now = ports.clock.now().toISOString();
  const key: ArchivedKey = keys.find((kept) => kept.keyId === keyId) ?? {
    schema: "lethe.signing-key/1",
    service,
    keyId,
    algorithm: ports.signer.algorithm,
    publicKeyPem,
    validFrom: now,
  };
  if (key.validUntil !== undefined) {
    throw new SigningKeyRetired(
      `Key ${keyId} was retired at ${key.validUntil}, and nothing it signs since is valid: deploy with a new key.`,
    );
  }
  if (!keys.includes(key)) await ports.anchors.putKey(keyId, canonicalJson(key));
  for (const other of keys) {
    if (other.keyId === keyId || other.validUntil !== undefined) continue;
    const retirement: KeyRetirement = {
      schema: "lethe.key-retirement/1",
      keyId: other.keyId,
      validUntil: now,
    };
    // A document of its own: the key's stands under Object Lock.
    await ports.anchors.putKey(`${other.keyId}.retired`, canonicalJson(retirement));
  }
  return key;
}

/** Returns every public key that was archived, with the moment until which it may sign if it was retired. */
export async function archivedKeys(anchors: Anchors): Promise<readonly ArchivedKey[]> {
  const keys: ArchivedKey[] = [];
  const until = new Map<string, string>();
  for await (const text of anchors.keys()) {
    const document: unknown = JSON.parse(text);
    const retirement = KeyRetirementSchema.safeParse(document);
    if (retirement.success) until.set(retirement.data.keyId, retirement.data.validUntil);
    else keys.push(ArchivedKeySchema.parse(document));
  }
  return keys.map((key) => {
    const validUntil = until.get(key.keyId);
    return validUntil === undefined ? key : { ...key, validUntil };
  });
}

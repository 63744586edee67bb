import { canonicalJson } from "../domain/canonical-json.ts";
import { type ArchivedKey, ArchivedKeySchema, keyIdOf } from "../domain/ledger/signing-key.ts";
import type { Anchors, Clock, Signer } from "./ports.ts";

/** Keeps the public key of the signer where certificates will be checked with it; one that is kept already stays as it is. */
export async function archiveSigningKey(
  ports: { readonly signer: Signer; readonly anchors: Anchors; readonly clock: Clock },
  service: string,
): Promise<ArchivedKey> {
  const publicKeyPem = await ports.signer.publicKey();
  const keyId = keyIdOf(publicKeyPem);
  const kept = (await archivedKeys(ports.anchors)).find((key) => key.keyId === keyId);
  if (kept) return kept;
  const key: ArchivedKey = {
    schema: "lethe.signing-key/1",
    service,
    keyId,
    algorithm: ports.signer.algorithm,
    publicKeyPem,
    validFrom: ports.clock.now().toISOString(),
  };
  await ports.anchors.putKey(keyId, canonicalJson(key));
  return key;
}

/** Returns every public key that was archived. */
export async function archivedKeys(anchors: Anchors): Promise<readonly ArchivedKey[]> {
  const keys: ArchivedKey[] = [];
  for await (const text of anchors.keys()) keys.push(ArchivedKeySchema.parse(JSON.parse(text)));
  return keys;
}

import { createHash, createPublicKey } from "node:crypto";
import { GetPublicKeyCommand, type KMSClient, SignCommand } from "@aws-sdk/client-kms";
import { withLowS } from "../../domain/ledger/checkpoint.ts";
import { SIGNATURE_ALGORITHM } from "../../domain/ledger/signing-key.ts";
import type { Signer } from "../../operations/ports.ts";

/** Bytes of r and of s. */
const NUMBER_BYTES = 32;

/** KMS answered with something that is no signature; nothing was signed. */
export class SignatureUnusable extends Error {
  override readonly name = "SignatureUnusable";
}

/** Returns a signer over an asymmetric KMS key of type ECC_NIST_P256. */
export function kmsSigner(kms: KMSClient, keyArn: string): Signer {
  let publicKey: Promise<string> | undefined;
  const fetchPublicKey = async (): Promise<string> => {
    const { PublicKey } = await kms.send(new GetPublicKeyCommand({ KeyId: keyArn }));
    const key = createPublicKey({ key: Buffer.from(PublicKey ?? []), format: "der", type: "spki" });
    return key.export({ type: "spki", format: "pem" }).toString();
  };
  return {
    algorithm: SIGNATURE_ALGORITHM,
    publicKey() {
      publicKey ??= fetchPublicKey().catch((error: unknown) => {
        publicKey = undefined;
        throw error;
      });
      return publicKey;
    },
    async sign(message) {
      const { Signature } = await kms.send(
        new SignCommand({
          KeyId: keyArn,
          Message: createHash("sha256").update(message).digest(),
          MessageType: "DIGEST",
          SigningAlgorithm: "ECDSA_SHA_256",
        }),
      );
      return withLowS(fromDer(Buffer.from(Signature ?? [])));
    },
  };
}

/** KMS answers with DER, a sequence of the integers r and s: https://datatracker.ietf.org/doc/html/rfc3279#section-2.2.3 */
function fromDer(der: Buffer): string {
  if (der[0] !== 0x30 || der[1] !== der.length - 2) throw notASignature();
  const r = integerAt(der, 2);
  const s = integerAt(der, r.end);
  if (s.end !== der.length) throw notASignature();
  return r.hex + s.hex;
}

function integerAt(der: Buffer, at: number): { readonly hex: string; readonly end: number } {
  const length = der[at + 1] ?? 0;
  const end = at + 2 + length;
  if (der[at] !== 0x02 || length === 0 || end > der.length) throw notASignature();
  // A leading zero only says that the number is not negative.
  const hex = der
    .subarray(at + 2, end)
    .toString("hex")
    .replace(/^(00)+/, "");
  if (hex.length > NUMBER_BYTES * 2) throw notASignature();
  return { hex: hex.padStart(NUMBER_BYTES * 2, "0"), end };
}

function notASignature(): SignatureUnusable {
  return new SignatureUnusable(
    "KMS answered with no ECDSA signature in DER: check that the key is ECC_NIST_P256.",
  );
}

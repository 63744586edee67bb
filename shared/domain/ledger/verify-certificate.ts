import { canonicalJson, sha256Hex } from "../canonical-json.ts";
import {
  type CertificateBody,
  type CertificateFile,
  CertificateFileSchema,
  type InclusionProof,
} from "./certificate.ts";
import { type Checkpoint, isSignedBy } from "./checkpoint.ts";
import { certificateLeaf, type Leaf, laneLeaf, leafData } from "./leaf.ts";
import { isIncluded, leafHash } from "./merkle-tree.ts";
import { type ArchivedKey, keyIdOf, wasValidAt } from "./signing-key.ts";

/** The checks in the order in which they are made; the first that fails is named. */
export type CertificateCheck = "syntax" | "canonical bytes" | "key" | "signature" | "inclusion";

/** What checking a certificate came to. */
export type Verification =
  | { readonly valid: true; readonly body: CertificateBody; readonly checkpoint: Checkpoint }
  | { readonly valid: false; readonly check: CertificateCheck; readonly why: string };

/**
 * Checks a certificate as it stands in a file, offline: bytes that are no UTF-8 are refused, because a decoder that puts
 * something else in their place would hide that they were changed.
 *
 * @param keys as for {@link verifyCertificate}.
 */
export function verifyCertificateBytes(bytes: Uint8Array, keys: readonly ArchivedKey[]): Verification {
  const text = decoded(bytes);
  return text === undefined ? refused("syntax", "it is not UTF-8") : verifyCertificate(text, keys);
}

/**
 * Checks a certificate, offline.
 *
 * @param keys public keys that the caller trusts: a key inside a certificate would only prove that somebody has one.
 */
export function verifyCertificate(text: string, keys: readonly ArchivedKey[]): Verification {
  const document = parsedJson(text);
  const parsed = CertificateFileSchema.safeParse(document);
  if (!parsed.success) return refused("syntax", whyNotParsed(document, parsed.error.issues[0]));
  // One text for one meaning: what is written twice, in another order or with spaces, is not what was signed.
  if (canonicalJson(document) !== text) {
    return refused("canonical bytes", "these are not the bytes of its canonical JSON");
  }
  const { body, checkpoint } = parsed.data;

  const key = keys.find(({ publicKeyPem }) => keyIdOf(publicKeyPem) === checkpoint.document.keyId);
  if (!key)
    return refused(
      "key",
      `it names key ${checkpoint.document.keyId}, which is not among those to check with`,
    );
  if (!wasValidAt(key, checkpoint.document.at)) {
    return refused("key", `key ${key.keyId} was not in force at ${checkpoint.document.at}`);
  }
  if (key.service !== body.service || key.service !== checkpoint.document.service) {
    return refused(
      "key",
      `key ${key.keyId} signs for ${key.service}, and the certificate is for ${body.service}`,
    );
  }
  if (!isSignedBy(key.publicKeyPem, checkpoint)) {
    return refused("signature", "the signature is not one of this key over this checkpoint");
  }
  const missing = notIncluded(parsed.data);
  if (missing) return refused("inclusion", missing);
  return { valid: true, body, checkpoint: checkpoint.document };
}

function notIncluded({ body, proofs, checkpoint }: CertificateFile): string | undefined {
  const { treeSize, rootHash } = checkpoint.document;
  const holds = (leaf: Leaf, { leafIndex, path }: InclusionProof): boolean =>
    isIncluded({ leaf: leafHash(leafData(leaf)), index: leafIndex, size: treeSize, path, root: rootHash });

  if (!holds(certificateLeaf(sha256Hex(canonicalJson(body))), proofs.certificate)) {
    return "the signed tree does not hold a certificate with this text";
  }
  if (proofs.lanes.length !== body.lanes.length) return "it does not have one proof for each lane";
  const lost = body.lanes.find((lane, at) => {
    const proof = proofs.lanes[at];
    return !proof || !holds(laneLeaf(lane), proof);
  });
  return lost && `the signed tree does not hold lane ${lost.lane} as it is named here`;
}

function refused(check: CertificateCheck, why: string): Verification {
  return { valid: false, check, why };
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function whyNotParsed(
  document: unknown,
  issue: { readonly path: readonly PropertyKey[]; readonly message: string } | undefined,
): string {
  if (document === undefined) return "it is not JSON";
  return `${issue?.path.map(String).join(".") || "(top)"}: ${issue?.message}`;
}

import { createPublicKey, verify } from "node:crypto";
import { z } from "zod";
import { canonicalJson } from "../canonical-json.ts";
import { SIGNATURE_ALGORITHM } from "./signing-key.ts";

/** Half the order of P-256: of the two signatures that are equally valid, the one with the smaller s is written. */
const HALF_ORDER = 0x7fffffff800000007fffffffffffffffde737d56d38bcf4279dce5617e3192a8n;

/** What the tree was at one size; no reference to any person is in it. */
export const CheckpointSchema = z.strictObject({
  schema: z.literal("lethe.checkpoint/1"),
  service: z.string().min(1),
  region: z.string().min(1),
  treeSize: z.number().int().positive(),
  rootHash: z.string().regex(/^[0-9a-f]{64}$/),
  /** The signing function's clock, ISO 8601 UTC; order is by tree size. */
  at: z.iso.datetime(),
  keyId: z.string().regex(/^[0-9a-f]{64}$/),
  algorithm: z.literal(SIGNATURE_ALGORITHM),
});

/** A checkpoint and the signature over its canonical bytes: r and s, 128 hexadecimal digits. */
export const SignedCheckpointSchema = z.strictObject({
  document: CheckpointSchema,
  signature: z.string().regex(/^[0-9a-f]{128}$/),
});

export type Checkpoint = z.infer<typeof CheckpointSchema>;
export type SignedCheckpoint = z.infer<typeof SignedCheckpointSchema>;

/** Says whether the holder of the key signed this checkpoint, in the one form a signature may have. */
export function isSignedBy(publicKeyPem: string, { document, signature }: SignedCheckpoint): boolean {
  if (BigInt(`0x${signature.slice(64)}`) > HALF_ORDER) return false;
  const key = { key: createPublicKey(publicKeyPem), dsaEncoding: "ieee-p1363" } as const;
  return verify("sha256", Buffer.from(canonicalJson(document)), key, Buffer.from(signature, "hex"));
}

/** Returns a signature in the form with the smaller s; r and s, 128 hexadecimal digits. */
export function withLowS(signature: string): string {
  const s = BigInt(`0x${signature.slice(64)}`);
  if (s <= HALF_ORDER) return signature;
  const order = HALF_ORDER * 2n + 1n;
  return signature.slice(0, 64) + (order - s).toString(16).padStart(64, "0");
}

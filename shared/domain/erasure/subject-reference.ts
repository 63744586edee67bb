import { createHmac, createSecretKey, type KeyObject } from "node:crypto";
import { type SubjectId, subjectIdOf } from "./subject-id.ts";

/** The secret behind subject references, and its version, which each reference names. */
export interface SubjectKey {
  readonly version: number;
  /** 32 random bytes. */
  readonly key: Uint8Array;
}

/**
 * Returns the keyed hash that stands for a person in ledger, logs, metrics and workflow state.
 *
 * Without the key nobody can tell whose it is, not even by trying every id there is; the service is part of what
 * is hashed, so that two services cannot compare their people.
 *
 * @returns `v<version>_` and 64 hexadecimal digits of HMAC-SHA-256.
 */
export function subjectReference(secret: SubjectKey, service: string, subject: SubjectId): string {
  return keyedReference(secret, [service, subject]);
}

/** Returns what stands for one thing of a person, in the same way; two people's things of one id differ. */
export function itemReference(
  secret: SubjectKey,
  service: string,
  subject: SubjectId,
  item: { readonly kind: string; readonly id: string },
): string {
  return keyedReference(secret, [service, subject, item.kind, item.id]);
}

/** Another use of the key: a subject reference and a pseudonym of one person have nothing in common. */
const RETAINED_LABEL = "retained-record";

/**
 * Returns what stands in the place of a person's id in records that an erasure keeps. It is not their reference: whoever
 * sees ledger and records cannot join the two without the key.
 *
 * @returns the form of a subject id, so that it fits where one stood: `r<version>_` and 64 hexadecimal digits.
 */
export function retentionPseudonym(secret: SubjectKey, service: string, subject: SubjectId): SubjectId {
  return subjectIdOf(keyedReference(secret, [RETAINED_LABEL, service, subject]).replace(/^v/u, "r"));
}

/** Returns the keyed hash of parts; each use of it names itself in them, so that no two uses meet. */
export function keyedReference(secret: SubjectKey, parts: readonly string[]): string {
  return `v${secret.version}_${createHmac("sha256", keyOf(secret)).update(parts.join("\n")).digest("hex")}`;
}

/** Node takes longer to make a key of bytes than to hash with it; a restore makes one reference for each thing. */
const madeKeys = new WeakMap<SubjectKey, KeyObject>();

function keyOf(secret: SubjectKey): KeyObject {
  const made = madeKeys.get(secret) ?? createSecretKey(secret.key);
  madeKeys.set(secret, made);
  return made;
}

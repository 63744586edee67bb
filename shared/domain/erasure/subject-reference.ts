import { createHmac } from "node:crypto";
import type { SubjectId } from "./subject-id.ts";

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
  return keyed(secret, [service, subject]);
}

/** Returns what stands for one thing of a person, in the same way; two people's things of one id differ. */
export function itemReference(
  secret: SubjectKey,
  service: string,
  subject: SubjectId,
  item: { readonly kind: string; readonly id: string },
): string {
  return keyed(secret, [service, subject, item.kind, item.id]);
}

function keyed({ version, key }: SubjectKey, parts: readonly string[]): string {
  return `v${version}_${createHmac("sha256", key).update(parts.join("\n")).digest("hex")}`;
}

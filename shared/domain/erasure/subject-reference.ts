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
  const mac = createHmac("sha256", secret.key).update(`${service}\n${subject}`).digest("hex");
  return `v${secret.version}_${mac}`;
}

import { z } from "zod";
import { type RecordedScope, recordedScopeFields, scopeKey } from "./scope.ts";

/**
 * Kept so that a restore, a late event or a stale session cannot bring the erased back. One of scope
 * `preserve-and-report` says that access was cut, and one of scope `processors` that others were asked: what they cover
 * of our stores is there, and no restore may remove it.
 */
export const TombstoneSchema = z.strictObject({
  schema: z.literal("lethe.tombstone/1"),
  service: z.string().min(1),
  region: z.string().min(1),
  /** The request whose freeze this is. */
  requestId: z.string().min(1),
  subjectRef: z.string().min(1),
  ...recordedScopeFields,
  /** When the subject was frozen: what was created before is covered. */
  erasedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
});

/** Returns what names a tombstone: the subject, and for less than the account what of theirs it covers. */
export function tombstoneKey(subjectRef: string, scope: RecordedScope): string {
  return scope.scope === "account" ? subjectRef : `${subjectRef}/${scopeKey(scope)}`;
}

export type Tombstone = z.infer<typeof TombstoneSchema>;

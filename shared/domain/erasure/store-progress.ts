import { z } from "zod";
import { HoldIdSchema } from "../holds/hold-id.ts";
import { SUBJECT_STORE_KINDS } from "../policy/store.ts";

/** How the deletion at one target ended; the vocabulary is the same for stores and processors. */
export const OutcomeSchema = z.enum([
  "deleted",
  "already-absent",
  "accepted-unverified",
  "ages-out-on",
  "retained-until",
  "attestation-requested",
  "attestation-received",
  "not-possible",
]);

export type Outcome = z.infer<typeof OutcomeSchema>;

/** An entry (object version, delete marker, item, account) that could not be deleted. */
export const LeftBehindSchema = z.strictObject({
  /** SHA-256 of its id: an id may hold a file name. */
  idHash: z.string().regex(/^[0-9a-f]{64}$/),
  /** The store's own error code, such as AccessDenied, or LegalHold. */
  code: z.string().min(1),
  /** ISO 8601 UTC: the day a lock on it ends, or the hold on it is looked at again, if it is under either. */
  retainedUntil: z.iso.datetime().optional(),
});

/** What a legal hold leaves behind has this code. */
export const LEGAL_HOLD = "LegalHold";

/** The same with the hold that keeps it, which the certificate leaves out: it is not the person's to know. */
const NotedLeftBehindSchema = LeftBehindSchema.extend({ holdId: HoldIdSchema.optional() });

export type LeftBehind = z.infer<typeof NotedLeftBehindSchema>;

/** What a store keeps of a person under a pseudonym, as the verifier saw it. */
export const KeptRecordsSchema = z.strictObject({
  records: z.number().int().nonnegative(),
  /** When the last of them goes, ISO 8601 UTC; absent if there is none. */
  until: z.iso.datetime().optional(),
});

export type KeptRecords = z.infer<typeof KeptRecordsSchema>;

/** How far the erasure of one store has come; counts are entries: versions, markers, uploads, items, accounts. */
export const StoreProgressSchema = z.strictObject({
  storeId: z.string().min(1),
  kind: z.enum(SUBJECT_STORE_KINDS),
  /** Counted by the plan. */
  found: z.number().int().nonnegative(),
  bytes: z.number().int().nonnegative(),
  /** Deletions the store has answered with success, over all attempts; a record that was cut and moved is one, too. */
  deletedByCall: z.number().int().nonnegative(),
  /** At most {@link LEFT_BEHIND_LISTED_MAX} of what was left; `left` counts all. */
  leftBehind: z.array(NotedLeftBehindSchema),
  left: z.number().int().nonnegative(),
  /** Present where nothing is deleted, because a seal stands over what was found. */
  sealed: z
    .strictObject({
      holdId: HoldIdSchema,
      until: z.iso.datetime(),
      /** The most that was ever counted under it: what is not there any more was deleted by somebody else. */
      foundMost: z.number().int().nonnegative(),
    })
    .optional(),
  /** Set by the verifier: what it still found, and when it looked. */
  verified: z
    .strictObject({
      found: z.number().int().nonnegative(),
      at: z.iso.datetime(),
      kept: KeptRecordsSchema.optional(),
    })
    .optional(),
});

export type StoreProgress = z.infer<typeof StoreProgressSchema>;

/** A record must stay far below DynamoDB's 400 KB an item, so only so many of the left are named. */
export const LEFT_BEHIND_LISTED_MAX = 100;

/** Returns the outcome that the counts mean. */
export function outcomeOf(progress: StoreProgress): Outcome {
  const left = Math.max(progress.left, progress.verified?.found ?? 0);
  if (progress.sealed) return left > 0 ? "retained-until" : "already-absent";
  if (left > 0) {
    const locked = progress.leftBehind.some(({ retainedUntil }) => retainedUntil !== undefined);
    return locked ? "retained-until" : "not-possible";
  }
  if ((progress.verified?.kept?.records ?? 0) > 0) return "retained-until";
  return progress.found === 0 && progress.deletedByCall === 0 ? "already-absent" : "deleted";
}

/** Returns the holds that are known to keep something back, each once. */
export function holdsMet(progress: readonly StoreProgress[]): readonly string[] {
  const ids = progress.flatMap(({ leftBehind, sealed }) => [
    ...leftBehind.flatMap(({ holdId }) => holdId ?? []),
    ...(sealed ? [sealed.holdId] : []),
  ]);
  return [...new Set(ids)].sort();
}

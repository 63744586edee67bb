import { z } from "zod";

/** Kept so that a restore, a late event or a stale session cannot bring the erased back. */
export const TombstoneSchema = z.strictObject({
  schema: z.literal("lethe.tombstone/1"),
  service: z.string().min(1),
  region: z.string().min(1),
  /** The request whose freeze this is. */
  requestId: z.string().min(1),
  subjectRef: z.string().min(1),
  scope: z.literal("account"),
  /** When the subject was frozen: what was created before is covered. */
  erasedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
});

export type Tombstone = z.infer<typeof TombstoneSchema>;

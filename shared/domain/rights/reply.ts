import { z } from "zod";

/** Letters that a person writes, by their names: two end a request, one puts it off. */
const REPLY_LETTERS = ["answer-by-person", "refused", "extended"] as const;

/** One letter by a person, without its words. */
export const ReplySchema = z.strictObject({
  letter: z.enum(REPLY_LETTERS),
  /** SHA-256 of what it says, by which the same call is known when it comes again. */
  saysSha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** The member of staff, as AWS verified them. */
  by: z.string().min(1).max(256),
  /** From when on somebody sends it. */
  begunAt: z.iso.datetime(),
  /** Absent until it is known to be on its way. */
  sentAt: z.iso.datetime().optional(),
});

export type Reply = z.infer<typeof ReplySchema>;

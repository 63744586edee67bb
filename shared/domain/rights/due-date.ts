import { z } from "zod";

/** One date by which a rights request is owed something, and the rule it comes from. */
export const DueDateSchema = z.strictObject({
  what: z.enum(["acknowledge", "reply-in-substance", "answer", "resolve"]),
  at: z.iso.datetime(),
  /** The promise or article of the rule that won, as the policy names it. */
  source: z.string().min(1),
  /** The case that the rule is for, as the policy names it; absent: it is for everybody. */
  only: z.string().min(1).optional(),
  /** To when it may be put off, once, and with notice; absent: not at all. */
  extendableTo: z.iso.datetime().optional(),
  /** Present once it was put off. */
  extended: z
    .strictObject({ from: z.iso.datetime(), at: z.iso.datetime(), reason: z.string().min(1).max(500) })
    .optional(),
  /** Set once it was done. */
  doneAt: z.iso.datetime().optional(),
});

export type DueDate = z.infer<typeof DueDateSchema>;

import { z } from "zod";
import { DeclarationIdSchema } from "./store.ts";

/** How much of what a person has an erasure covers. */
export const SCOPES = [
  "account",
  "project",
  "page",
  "image",
  "category",
  "processors",
  "minor",
  "preserve-and-report",
] as const;

/** More attributes than any duty names; each is compared before a record is cut. */
const KEPT_ATTRIBUTES_MAX = 40;

/**
 * What an erasure does to one category. `expire` leaves it to its retention rule, which has to have a limit; `retain`
 * needs a legal basis and an end, and in a table what of a record that basis wants: the rest is cut, and the record goes
 * on under a pseudonym.
 */
const CategoryEffectSchema = z.discriminatedUnion("effect", [
  z.strictObject({ effect: z.literal("erase") }),
  z.strictObject({ effect: z.literal("anonymise") }),
  z.strictObject({ effect: z.literal("expire") }),
  z.strictObject({
    effect: z.literal("retain"),
    legalBasis: z.string().min(1).optional(),
    retentionDays: z.number().int().positive().optional(),
    /** Attributes that the duty needs, the sort key among them; every other one goes. */
    keeps: z.array(z.string().min(1)).min(1).max(KEPT_ATTRIBUTES_MAX).optional(),
    /** The attribute that says when a record was made: ISO 8601, or epoch seconds. Absent: the end counts from the erasure. */
    createdAttribute: z.string().min(1).optional(),
  }),
]);

/** What erasing means for one scope; categories that are not named are not touched. */
export const ErasureScopeSchema = z.strictObject({
  scope: z.enum(SCOPES),
  /** For how long the person may change their mind. */
  graceHours: z.number().int().nonnegative(),
  categories: z.record(DeclarationIdSchema, CategoryEffectSchema),
});

export type ErasureScope = z.infer<typeof ErasureScopeSchema>;

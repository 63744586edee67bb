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

/**
 * What an erasure does to one category. `expire` leaves it to its retention rule, which has to have a limit; `retain`
 * needs a legal basis and an end.
 */
const CategoryEffectSchema = z.discriminatedUnion("effect", [
  z.strictObject({ effect: z.literal("erase") }),
  z.strictObject({ effect: z.literal("anonymise") }),
  z.strictObject({ effect: z.literal("expire") }),
  z.strictObject({
    effect: z.literal("retain"),
    legalBasis: z.string().min(1).optional(),
    retentionDays: z.number().int().positive().optional(),
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

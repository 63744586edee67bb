import { z } from "zod";
import { PromiseIdSchema } from "./promise-id.ts";
import { DeclarationIdSchema } from "./store.ts";

/** Copies that cannot be edited. A policy without a published exception has none that outlives a promise. */
export const BackupsSchema = z.strictObject({
  /** Where the published text says that backups stay for a while. */
  publishedException: PromiseIdSchema.optional(),
  /** The longest that any copy lives under that exception. */
  longestDays: z.number().int().positive().optional(),
  chosenBy: z.enum(["published", "ours"]).default("published"),
  vaults: z
    .array(
      z.strictObject({
        id: DeclarationIdSchema,
        stores: z.array(DeclarationIdSchema).min(1),
        retentionDays: z.number().int().positive(),
      }),
    )
    .default([]),
});

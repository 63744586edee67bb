import { z } from "zod";
import { PromiseIdSchema } from "./promise-id.ts";
import { DeclarationIdSchema } from "./store.ts";

/** A vault of AWS Backup, and the plan that fills it. */
const VaultSchema = z.strictObject({
  id: DeclarationIdSchema,
  /** Whole buckets and tables are copied: with a store also what else lies in its bucket or table. */
  stores: z.array(DeclarationIdSchema).min(1),
  /** For how long a copy of one moment is kept, or how far back a continuous one reaches. */
  retentionDays: z.number().int().positive(),
  /** One moment a day, or every moment. */
  copies: z.enum(["daily", "continuous"]).default("daily"),
  /** Nobody can delete a copy, or have it deleted, that is younger. Governance: who may take the lock away can. */
  lock: z.strictObject({ shortestDays: z.number().int().positive() }).optional(),
});

/** Copies that cannot be edited. A policy without a published exception has none that outlives a promise. */
export const BackupsSchema = z.strictObject({
  /** Where the published text says that backups stay for a while. */
  publishedException: PromiseIdSchema.optional(),
  /** The longest that any copy lives under that exception. */
  longestDays: z.number().int().positive().optional(),
  chosenBy: z.enum(["published", "ours"]).default("published"),
  vaults: z.array(VaultSchema).default([]),
});

export type Vault = z.infer<typeof VaultSchema>;

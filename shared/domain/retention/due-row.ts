import { z } from "zod";
import { DeclarationIdSchema } from "../policy/store.ts";
import { ThingSchema } from "./thing.ts";

/** Several things share a row, since DynamoDB bills a write by the kilobyte begun; this many fit well below 400 KB. */
export const THINGS_PER_DUE_ROW_MAX = 80;

/** Where the rows of what a hold keeps wait, whenever they were due; a release puts them back. No end of time is later. */
export const HELD_BUCKET = "9999-12-31T23:59:00.000Z";

/** "Look at these then": a hint, which is checked against the facts before anything is deleted. */
export const DueRowSchema = z.strictObject({
  schema: z.literal("lethe.due/1"),
  service: z.string().min(1),
  region: z.string().min(1),
  store: DeclarationIdSchema,
  /** Beginning of the stretch of time in which they are due. */
  bucket: z.iso.datetime(),
  shard: z.number().int().nonnegative(),
  /** Digest of its things: written twice it is one row. */
  rowId: z.string().regex(/^[0-9a-f]{64}$/),
  /** When a hold first kept them, if one did: they are counted as held once. */
  heldSince: z.iso.datetime().optional(),
  /** When the store first refused to delete them, if it did. */
  refusedSince: z.iso.datetime().optional(),
  things: z.array(ThingSchema).min(1).max(THINGS_PER_DUE_ROW_MAX),
});

export type DueRow = z.infer<typeof DueRowSchema>;

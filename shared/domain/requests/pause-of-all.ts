import { z } from "zod";
import { ActorSchema } from "./erasure-request.ts";

/** Everything stands still. What was stopped by the breaker goes on only when two people want it. */
export const PauseOfAllSchema = z.strictObject({
  by: z.discriminatedUnion("kind", [...ActorSchema.options, z.strictObject({ kind: z.literal("breaker") })]),
  at: z.iso.datetime(),
  /** The first of the two. */
  resumeAsked: z.strictObject({ by: ActorSchema, at: z.iso.datetime() }).optional(),
});

export type PauseOfAll = z.infer<typeof PauseOfAllSchema>;

import { z } from "zod";
import { DurationSchema, longestHours } from "./duration.ts";
import { PromiseIdSchema } from "./promise-id.ts";
import { DeclarationIdSchema } from "./store.ts";

/** What the service tells us about a thing; the clock computes due times from these. */
export const FactSchema = z.enum([
  "created",
  "processing-finished",
  "generation-completed",
  "session-ended",
  "un-saved",
  "account-ended",
  "need-ended",
]);

/** How long a category may live: the earliest of its limit and the events that end it sooner. */
export const RetentionRuleSchema = z.strictObject({
  category: DeclarationIdSchema,
  /** Absent: nothing but an event or a request ends it. */
  limit: z.strictObject({ after: DurationSchema, from: FactSchema }).optional(),
  earlierOn: z.array(FactSchema).default([]),
  /** What a person does to keep a thing past its limit; absent if nothing does. */
  savedMeans: z.string().min(1).optional(),
  onEnd: z.enum(["delete", "anonymise"]),
  /** True if a legal hold may stop this end; {@link RetentionRule.holdException} says where that is published. */
  holdable: z.boolean().default(false),
  holdException: z.strictObject({ promise: PromiseIdSchema, legalBasis: z.string().min(1) }).optional(),
  /** How long before the promise our own clock acts. */
  marginMinutes: z.number().int().positive().optional(),
  /** Who chose the number: the published text, or we because it gives none. */
  chosenBy: z.enum(["published", "ours"]).default("published"),
});

export type RetentionRule = z.infer<typeof RetentionRuleSchema>;
export type Fact = z.infer<typeof FactSchema>;

/** The longest a thing of this rule may live, in hours; undefined if only an event or a request ends it. */
export function limitHours(rule: RetentionRule): number | undefined {
  return rule.limit && longestHours(rule.limit.after);
}

import { z } from "zod";
import { DeclarationIdSchema } from "./store.ts";

/** What the service tells us about a thing; the clock computes due times from these. */
const FactSchema = z.enum([
  "created",
  "processing-finished",
  "generation-completed",
  "session-ended",
  "un-saved",
  "account-ended",
]);

const LimitSchema = z.union([
  z.strictObject({ hours: z.number().int().positive() }),
  z.strictObject({ days: z.number().int().positive() }),
  z.strictObject({ months: z.number().int().positive() }),
]);

/** How long a category may live: the earliest of its limit and the events that end it sooner. */
export const RetentionRuleSchema = z.strictObject({
  category: DeclarationIdSchema,
  /** Absent: nothing but an event or a request ends it. */
  limit: z.strictObject({ after: LimitSchema, from: FactSchema }).optional(),
  earlierOn: z.array(FactSchema).default([]),
  onEnd: z.enum(["delete", "anonymise"]),
  /** A legal hold may stop this end only where the published policy says so. */
  holdable: z.boolean().default(false),
  /** How long before the promise our own clock acts. */
  marginMinutes: z.number().int().positive().optional(),
});

export type RetentionRule = z.infer<typeof RetentionRuleSchema>;

/** The longest a thing of this rule may live, in hours; undefined if only an event or a request ends it. */
export function limitHours(rule: RetentionRule): number | undefined {
  const after = rule.limit?.after;
  if (after === undefined) return undefined;
  if ("hours" in after) return after.hours;
  // The longest month: a bound is never shorter than the promise it stands for.
  return ("days" in after ? after.days : after.months * 31) * 24;
}

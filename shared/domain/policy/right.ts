import { z } from "zod";

/** Rights that people have. */
export const RIGHTS = [
  "erasure",
  "access",
  "portability",
  "correction",
  "restriction",
  "objection",
  "opt-out",
  "consent-withdrawal",
  "nomination",
  "grievance",
] as const;

export type Right = (typeof RIGHTS)[number];

const WithinSchema = z.union(
  [
    z.strictObject({ hours: z.number().int().positive() }),
    z.strictObject({ calendarDays: z.number().int().positive() }),
    z.strictObject({ businessDays: z.number().int().positive() }),
    z.strictObject({ calendarMonths: z.number().int().positive() }),
  ],
  {
    error: "write one of { hours: n }, { calendarDays: n }, { businessDays: n } and { calendarMonths: n }",
  },
);

const SourceSchema = z.string().trim().min(1, "write the promise or the article that it comes from");

/** What is owed by a date. */
export const DEADLINES = ["acknowledge", "reply-in-substance", "answer", "resolve"] as const;

/** A deadline is a rule and not a number: it has a unit, a start and a source. */
const DeadlineSchema = z.strictObject({
  what: z.enum(DEADLINES),
  within: WithinSchema,
  from: z.enum(["receipt", "identity-proved"]),
  /** Cases it is shorter for, such as those that concern minors. */
  only: z.string().min(1).optional(),
  /** By how much more it may be put off, once, with notice and a reason; absent: not at all. */
  extension: z.strictObject({ by: WithinSchema, source: SourceSchema }).optional(),
  /** The promise or the article that it comes from. */
  source: SourceSchema,
});

/** A right, where it can be exercised, and by when it is answered. */
export const RightSchema = z.strictObject({
  right: z.enum(RIGHTS),
  channels: z.array(z.enum(["app", "mail", "form"])).min(1),
  deadlines: z.array(DeadlineSchema),
});

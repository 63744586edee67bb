import { z } from "zod";

const CountSchema = z.number().int().nonnegative();

/** How many things of a request a third party was asked about, and what came of them. */
export const ThingCountsSchema = z.strictObject({
  asked: CountSchema,
  deleted: CountSchema,
  alreadyAbsent: CountSchema,
  acceptedUnverified: CountSchema,
  agesOut: CountSchema,
  retained: CountSchema,
  notPossible: CountSchema,
  /** Asked about again. */
  unanswered: CountSchema,
  /** Left to a person, who asks by other means. */
  withAPerson: CountSchema,
});

export type ThingCounts = z.infer<typeof ThingCountsSchema>;

import { z } from "zod";
import { DeclarationIdSchema } from "./store.ts";

/**
 * What data may be used for. A reader carries one of these as its tag `lethe:purpose`; the list is closed, so that a
 * new use is a change that somebody reviews.
 */
export const PURPOSES = [
  "service-delivery",
  "facial-alignment",
  "generation",
  "moderation",
  "support",
  "billing",
  "accounting",
  "security",
  "analytics",
  "model-training",
  "marketing",
  "advertising",
  "profiling",
  "identification",
] as const;

export const PurposeSchema = z.enum(PURPOSES);

/** One kind of personal data, or of data that is said not to be personal any more. */
export const CategorySchema = z.strictObject({
  id: DeclarationIdSchema,
  what: z.string().min(1),
  /** Special category of data (GDPR Art. 9) or named sensitive by the published policy. */
  sensitive: z.boolean(),
  /** Taken from a face: positions, measures, templates. It goes to nobody and waits for no grace. */
  facial: z.boolean().default(false),
  /** Encrypted by the service under a key of each person's own, which an erasure destroys first: no copy opens then. */
  ownKey: z.boolean().default(false),
  derivedFrom: DeclarationIdSchema.optional(),
  purposes: z.array(PurposeSchema).min(1),
  /** Present if the text calls it anonymised: then it is tested, not believed. */
  anonymised: z
    .strictObject({
      /** Rows that look alike in these columns; fewer lead back to a person. */
      smallestGroup: z.number().int().min(2),
      columnsThatTogetherIdentify: z.array(z.string().min(1)).min(1),
    })
    .optional(),
});

export type Category = z.infer<typeof CategorySchema>;
export type Purpose = z.infer<typeof PurposeSchema>;

import { z } from "zod";

/** Ids of stores, categories and promises: short, lower-case, safe in ARNs, file names and state names. */
export const DeclarationIdSchema = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,40}$/, "use a-z, 0-9 and -, up to 41 characters");

/** Where the id of a person stands in a value. */
export const SubjectTemplateSchema = z
  .string()
  .refine((text) => text.split("{subject}").length === 2, "must contain {subject} exactly once");

/**
 * Each names its own kind exactly once; other things that stand before it, such as the project of a page, are open. What
 * is filled in ends where a slash, a number sign or the whole key does, so that `p1` is never `p10`; so does what goes on
 * in any way.
 */
export const itemTemplate = (kind: string) => {
  const known = `\\{subject\\}(?=[/#]|$)|\\{${kind}\\}(?=[^{}…/#]*(?:[/#]|$))`;
  const open = `\\{(?!subject\\}|${kind}\\})[a-z]+\\}(?=[/#]|$)`;
  return z
    .string()
    .regex(
      new RegExp(`^(?:[^{}…]|${known}|${open})+(?:(?<=[/#])…)?$`, "u"),
      "let a / or # follow each {name}, or the end, and let … only stand at the end, after a / or #",
    )
    .refine((text) => text.split(`{${kind}}`).length === 2, `must contain {${kind}} exactly once`)
    .refine((text) => text.split("{subject}").length <= 2, "must not contain {subject} twice");
};

const RegionSchema = z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/, "write a region such as eu-central-1");

/** What every kind of store says. */
export const storeFields = {
  id: DeclarationIdSchema,
  /** What is kept here; every category named must be declared. */
  categories: z.array(DeclarationIdSchema).min(1),
  /** Where it is, if in one region only whatever the service's others are. */
  region: RegionSchema.optional(),
  /** Whose key encrypts it at rest. */
  key: z.enum(["customer-managed", "aws-managed"]).default("aws-managed"),
};

import { z } from "zod";
import { PurposeSchema } from "./category.ts";
import { DurationSchema } from "./duration.ts";
import { MechanismSchema } from "./mechanism.ts";
import { PromiseIdSchema } from "./promise-id.ts";
import { DeclarationIdSchema } from "./store.ts";

const PromiseStatusSchema = z.discriminatedUnion("status", [
  /** Something that runs keeps it. */
  z.strictObject({ status: z.literal("bound"), keptBy: z.array(MechanismSchema).min(1) }),
  /** Nothing keeps it yet: a warning at synth, an error with `--strict`, shown to everyone as not kept. */
  z.strictObject({
    status: z.literal("not-yet"),
    missing: z.string().min(1),
    /** What keeps a part of it already. */
    keptBy: z.array(MechanismSchema).optional(),
  }),
  /** People keep it; the document says so. */
  z.strictObject({
    status: z.literal("attested"),
    document: z.string().min(1),
    owner: z.string().min(1),
    date: z.iso.date(),
    reviewOn: z.iso.date(),
  }),
  /** The published text contradicts itself or the world; the stricter reading is kept as far as it can be. */
  z.strictObject({
    status: z.literal("text-conflict"),
    conflict: z.string().min(1),
    stricter: z.string().min(1),
    keptBy: z.array(MechanismSchema).optional(),
  }),
  z.strictObject({ status: z.literal("not-applicable"), why: z.string().min(1) }),
]);

/** One sentence of the published policy that binds us, in our own words. */
export const PromiseSchema = z.strictObject({
  id: PromiseIdSchema,
  kind: z.enum(["expiry", "erasure", "right", "deadline", "guard", "notice"]),
  says: z.string().min(1),
  /** Categories it speaks of; a fault in one of them hurts this promise. */
  covers: z.array(DeclarationIdSchema).default([]),
  /** The longest that what it covers may live by the published text. */
  within: DurationSchema.optional(),
  /** The longest that third parties may keep what it covers; whoever hosts our stores holds what is in the stores. */
  withinAtProcessors: DurationSchema.optional(),
  /** Uses that it rules out. */
  forbids: z.array(PurposeSchema).default([]),
  kept: PromiseStatusSchema,
});

export type PolicyPromise = z.infer<typeof PromiseSchema>;

import { z } from "zod";
import { DeclarationIdSchema } from "./store.ts";

/** What can keep a promise. Each names a part of this same policy, so that it can be checked to exist. */
const MechanismSchema = z.discriminatedUnion("mechanism", [
  z.strictObject({ mechanism: z.literal("erasure"), scope: z.string().min(1) }),
  z.strictObject({ mechanism: z.literal("lifecycle-backstop"), category: DeclarationIdSchema }),
]);

const PromiseStatusSchema = z.discriminatedUnion("status", [
  /** Something that runs keeps it. */
  z.strictObject({ status: z.literal("bound"), keptBy: z.array(MechanismSchema).min(1) }),
  /** Nothing keeps it yet: a warning at synth, an error with `--strict`, shown to everyone as not kept. */
  z.strictObject({ status: z.literal("not-yet"), missing: z.string().min(1) }),
  /** People keep it; the document says so. */
  z.strictObject({
    status: z.literal("attested"),
    document: z.string().min(1),
    owner: z.string().min(1),
    reviewOn: z.iso.date(),
  }),
  /** The published text contradicts itself or the world; the stricter reading is kept. */
  z.strictObject({
    status: z.literal("text-conflict"),
    conflict: z.string().min(1),
    missing: z.string().min(1),
  }),
]);

/** One sentence of the published policy that binds us, in our own words. */
export const PromiseSchema = z.strictObject({
  id: z.string().regex(/^[A-Z]{2}[0-9]{1,2}[a-z]?$/),
  kind: z.enum(["expiry", "erasure", "right", "deadline", "guard", "notice"]),
  says: z.string().min(1),
  kept: PromiseStatusSchema,
});

import { z } from "zod";
import { DeclarationIdSchema } from "./store.ts";

/** How long a third party keeps what it got. */
const ProcessorRetentionSchema = z.discriminatedUnion("kept", [
  z.strictObject({ kept: z.literal("nothing") }),
  /** Goes by itself after so many days at most, holds at the vendor aside. */
  z.strictObject({ kept: z.literal("days"), days: z.number().int().positive() }),
  /** Stays until somebody asks for its deletion. */
  z.strictObject({ kept: z.literal("until-deleted") }),
]);

/** A document that binds a third party, by its reference; the text itself is kept elsewhere. */
const ContractSchema = z.strictObject({
  document: z.string().min(1),
  owner: z.string().min(1),
  date: z.iso.date(),
  reviewOn: z.iso.date(),
});

/** What the vendor's own pages say; a folder of `adapters/processors` declares it once for every policy. */
const processorFacts = {
  id: DeclarationIdSchema,
  name: z.string().min(1),
  role: z.enum(["hosting", "model", "model-router", "payment", "cdn", "sign-in", "mail"]),
  /** Countries by ISO 3166-1 alpha-2, or EU. */
  places: z.array(z.string().regex(/^[A-Z]{2}$/)).optional(),
  policyUrl: z.url().optional(),
  retention: ProcessorRetentionSchema.optional(),
  /**
   * Whether what it gets trains its models, and the sentence that says so; `unknown` if none was found, which counts as
   * a yes wherever a promise rules training out.
   */
  training: z
    .strictObject({ trains: z.enum(["no", "yes", "unknown"]), statement: z.string().min(1) })
    .optional(),
  /** What can be done about what it holds. */
  deletion: z.array(z.enum(["prevented", "by-api", "by-mail", "ages-out", "with-the-store"])).min(1),
  /** The address that takes requests about privacy: whoever has no API is asked there by letter. */
  askAt: z.email().max(254).optional(),
  /** What stays whatever is asked; said in every certificate that names it. */
  gap: z.string().min(1).optional(),
  /** When its pages were read. */
  readOn: z.iso.date(),
};

/** A third party that gets personal data, and why. */
export const ProcessorSchema = z.strictObject({
  ...processorFacts,
  /** Categories that are sent to it. */
  receives: z.array(DeclarationIdSchema),
  purpose: z.string().min(1).optional(),
  /** Absent: no contract is on record, so nobody can say it is bound. */
  contract: ContractSchema.optional(),
  /** What makes a transfer out of the allowed places lawful. */
  transferSafeguard: z.string().min(1).optional(),
});

const ProcessorFactsSchema = z.strictObject(processorFacts);

export type Processor = z.infer<typeof ProcessorSchema>;
export type ProcessorFacts = z.infer<typeof ProcessorFactsSchema>;

import { z } from "zod";
import { FactsSchema } from "../facts.ts";

/** One operation of an API, as far as whoever asks or answers must keep to it. */
export const OperationSchema = z.strictObject({
  method: z.string(),
  /** From the host on. */
  path: z.string(),
  /** True if it is there in a version alone that must be asked for. */
  inPreview: z.literal(true).optional(),
  parameters: z.array(z.strictObject({ in: z.string(), name: z.string(), required: z.boolean() })),
  body: z.strictObject({ type: z.string(), required: z.boolean(), fields: FactsSchema }).optional(),
  /** By status, `4xx` or `default`. */
  answers: z.record(z.string(), FactsSchema),
  /** Codes of errors with their statuses, where an API has such. */
  errors: z.record(z.string(), z.number()).optional(),
});

export type Operation = z.infer<typeof OperationSchema>;

/** One operation that is taken out of a source. */
export interface Taken {
  readonly method: string;
  readonly path: string;
  /** What stands before every path there. */
  readonly below?: string;
  /** How many levels of fields are kept of what is asked, and of what is answered when it is done. */
  readonly levels?: number;
  /** Name of the schema of every error, where operations do not say it, or not all the same. */
  readonly errors?: string;
}

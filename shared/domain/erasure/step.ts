import { z } from "zod";
import { RequestIdSchema } from "../requests/request-id.ts";

const stepFields = {
  service: z.string().min(1),
  region: z.string().min(1),
  requestId: RequestIdSchema,
  /** From 1; a newer attempt takes the request over from an older one. */
  attempt: z.number().int().positive(),
};

/** What every step of the erasure workflow is given: a reference to the request, and nothing of the person. */
export const StepSchema = z.strictObject({ schema: z.literal("lethe.step/1"), ...stepFields });

/** What an execution of the erasure workflow is started with. */
export const ExecutionInputSchema = z.strictObject({
  schema: z.literal("lethe.execution/1"),
  ...stepFields,
});

export type Step = z.infer<typeof StepSchema>;
export type ExecutionInput = z.infer<typeof ExecutionInputSchema>;

/** Lanes of an attempt that belong to no store. */
export const LANE_TARGETS = { subject: "subject", processors: "processors", backups: "backups" } as const;

/** The one lane of an attempt that only looks whether the last copy is gone. */
export const COPIES_GONE = "copies-gone";

/** Returns the name of the ledger lane in which one attempt writes about one target: a store id, or one of the above. */
export function laneOf(step: Pick<Step, "requestId" | "attempt">, target: string): string {
  return `${step.requestId}/${step.attempt}/${target}`;
}

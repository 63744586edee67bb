import type { z } from "zod";
import { newestAnswer } from "./asked-by-letter.ts";
import { type Task, type TaskEvidence, TaskEvidenceSchema } from "./task.ts";

/** What somebody says shows that a task was done; without a reference the answer that is attached to it does. */
export const EvidenceGivenSchema = TaskEvidenceSchema.partial({ reference: true });

export type EvidenceGiven = z.infer<typeof EvidenceGivenSchema>;

/**
 * Returns the evidence whole; undefined if it refers to nothing, and no answer of a third party is attached: that something
 * came in, which a machine says there, shows nothing.
 */
export function completeEvidence(
  { what, reference, sha256 }: EvidenceGiven,
  task: Pick<Task, "asked"> | undefined,
): TaskEvidence | undefined {
  const reply = task?.asked && newestAnswer(task.asked);
  const given = sha256 === undefined ? { what } : { what, sha256 };
  if (reference !== undefined) return { ...given, reference };
  return reply && { sha256: reply.sha256, ...given, reference: `mail ${reply.mailId}` };
}

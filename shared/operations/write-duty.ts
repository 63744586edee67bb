import type { Duty } from "./ports.ts";

export const WRITE_TO_PROCESSOR = "write-to-processor";

/** Returns the duty to write what is to be written to a third party about a task. */
export function writeAt(taskId: string, at: Date): Duty {
  const dueAt = at.toISOString();
  return { dutyId: `${WRITE_TO_PROCESSOR}-${taskId}`, kind: WRITE_TO_PROCESSOR, about: { taskId }, dueAt };
}

import { newTask } from "../domain/tasks/task.ts";
import type { Clock, DeadLetters, Tasks } from "./ports.ts";

/**
 * Asks for a person while there are calls that failed and nobody waited for. What such calls do can be done twice,
 * so sending them again is safe.
 *
 * @returns how many there are.
 */
export async function watchDeadLetters(
  ports: { readonly deadLetters: DeadLetters; readonly tasks: Tasks; readonly clock: Clock },
  of: { readonly service: string; readonly region: string },
): Promise<number> {
  const count = await ports.deadLetters.count();
  if (count === 0) return 0;
  const needs =
    "Find out why calls of functions failed (lethe doctor says how many and how old), mend it, and send them again or drop them.";
  await ports.tasks.open(newTask("dead-letter", of, { needs, now: ports.clock.now() }));
  return count;
}

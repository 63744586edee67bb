import type { AskedByLetter } from "../domain/tasks/asked-by-letter.ts";
import type { Task } from "../domain/tasks/task.ts";
import type { Tasks } from "./ports.ts";

/** Whoever writes, an answer that comes in and a letter that comes back: three looks meet them at rest. */
const TRIES_MAX = 3;

/** What was written about a task kept changing under our hands; nothing was changed by us. */
export class AskedBusy extends Error {
  override readonly name = "AskedBusy";
}

/**
 * Changes what is on record of the letters about an open task, as it stands now.
 *
 * @param change returns it as it shall be; undefined if it shall stay as it is.
 * @returns the task as it stands afterwards; undefined if there is none of this id.
 * @throws {AskedBusy} if it kept changing; asking again is safe.
 */
export async function changeAsked(
  tasks: Pick<Tasks, "read" | "noteAsked">,
  taskId: string,
  change: (task: Task) => AskedByLetter | undefined,
): Promise<Task | undefined> {
  for (let tries = 0; tries < TRIES_MAX; tries += 1) {
    const task = await tasks.read(taskId);
    const next = task?.progress.state === "open" ? change(task) : undefined;
    if (!next) return task;
    const noted = await tasks.noteAsked(taskId, next);
    if (noted) return noted;
  }
  throw new AskedBusy(`What was written about task ${taskId} kept changing: ask again.`);
}

import { type AttachedReply, REPLIES_MAX } from "../domain/tasks/asked-by-letter.ts";
import { changeAsked } from "./change-asked.ts";
import type { Tasks } from "./ports.ts";

/**
 * Attaches the answer of a third party to the task of asking it, for a person to read; the same one twice is once.
 *
 * @returns false if the task is closed by now, or has as many as it takes: then a person has to look at the mail itself.
 */
export async function attachReply(
  tasks: Pick<Tasks, "read" | "noteAsked">,
  taskId: string,
  reply: AttachedReply,
): Promise<boolean> {
  const isAttached = (replies: readonly AttachedReply[] = []) =>
    replies.some(({ mailId }) => mailId === reply.mailId);
  const task = await changeAsked(tasks, taskId, ({ asked }) => {
    if (!asked || isAttached(asked.replies) || asked.replies.length >= REPLIES_MAX) return undefined;
    return { ...asked, replies: [...asked.replies, reply] };
  });
  return isAttached(task?.asked?.replies);
}

import { openTaskKey, type Task } from "../../shared/domain/tasks/task.ts";
import type { DeadLetters, Tasks } from "../../shared/operations/ports.ts";

/** Tasks in memory. */
export function inMemoryTasks(): Tasks {
  const tasks = new Map<string, Task>();
  const openBy = new Map<string, string>();
  const keyOf = (task: Task) => JSON.stringify(openTaskKey(task));
  const open = () =>
    [...openBy.values()].flatMap((id) => tasks.get(id) ?? []).sort((a, b) => order(a, b, "dueAt"));
  return {
    async open(task) {
      const standing = tasks.get(openBy.get(keyOf(task)) ?? "");
      if (standing) return structuredClone(standing);
      openBy.set(keyOf(task), task.taskId);
      tasks.set(task.taskId, structuredClone(task));
      return structuredClone(task);
    },
    async read(taskId) {
      return structuredClone(tasks.get(taskId));
    },
    async listOpen(limit) {
      return structuredClone(open().slice(0, limit));
    },
    async list(limit) {
      const newestFirst = [...tasks.values()].sort((a, b) => order(b, a, "taskId"));
      return structuredClone(newestFirst.slice(0, limit));
    },
    async openAbout(requestId) {
      return structuredClone(open().filter((task) => openTaskKey(task).about === requestId));
    },
    async noteAsked(taskId, asked) {
      const task = tasks.get(taskId);
      if (task?.progress.state !== "open" || (task.asked?.revision ?? 0) !== asked.revision) return undefined;
      const noted = { ...task, asked: { ...asked, revision: asked.revision + 1 } };
      tasks.set(taskId, structuredClone(noted));
      return structuredClone(noted);
    },
    async close(taskId, done) {
      const task = tasks.get(taskId);
      if (task?.progress.state !== "open") return undefined;
      const closed = { ...task, progress: done };
      tasks.set(taskId, structuredClone(closed));
      openBy.delete(keyOf(task));
      return closed;
    },
  };
}

/** A queue of calls that failed, as long as a test says. */
export function standInDeadLetters(): DeadLetters & { hold(count: number, ageSeconds: number): void } {
  let [letters, age] = [0, 0];
  return {
    count: async () => letters,
    oldestAgeSeconds: async () => (letters === 0 ? undefined : age),
    hold: (count, ageSeconds) => {
      [letters, age] = [count, ageSeconds];
    },
  };
}

function order(one: Task, other: Task, by: "dueAt" | "taskId"): number {
  return `${one[by]}${one.taskId}` < `${other[by]}${other.taskId}` ? -1 : 1;
}

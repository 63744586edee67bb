import type { AskedByLetter } from "../domain/tasks/asked-by-letter.ts";
import type { Task, TaskDone } from "../domain/tasks/task.ts";

/** What people have to do. */
export interface Tasks {
  /**
   * Keeps a task, unless one of its kind is open about the same request, or about the service itself.
   *
   * @returns the one that is open now.
   */
  open(task: Task): Promise<Task>;
  read(taskId: string): Promise<Task | undefined>;
  /** Open tasks, the one that is due first at the top, at most `limit`. */
  listOpen(limit: number): Promise<readonly Task[]>;
  /** Every task there is, newest first, at most `limit`. */
  list(limit: number): Promise<readonly Task[]>;
  /** Open tasks about one request, for erasure or of another right. */
  openAbout(requestId: string): Promise<readonly Task[]>;
  /**
   * Keeps on an open task what was written to a third party about it, and what came back.
   *
   * @param asked carries the revision it was based on, 0 if there was none; it is stored with the next one.
   * @returns the task as it is stored then; undefined if none of this id is open, or another write came first.
   */
  noteAsked(taskId: string, asked: AskedByLetter): Promise<Task | undefined>;
  /**
   * Closes an open task; its record goes at the end that `done` names.
   *
   * @returns the closed task; undefined if none of this id is open, and nothing was changed.
   */
  close(taskId: string, done: TaskDone): Promise<Task | undefined>;
}

/** Calls that a function failed and nobody waited for. */
export interface DeadLetters {
  count(): Promise<number>;
  /** Age of the oldest that one look shows: at least so old; undefined if it shows none. */
  oldestAgeSeconds(): Promise<number | undefined>;
}

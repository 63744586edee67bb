import { isOverdue, type Task, TaskIdSchema } from "../../shared/domain/tasks/task.ts";
import { closeTask } from "../api.ts";
import { staffNamed } from "../caller.ts";
import type { Context } from "../context.ts";
import { EXIT, type ExitCode, UsageError } from "../exit-codes.ts";
import { table } from "../terminal.ts";

/** People work through a page at a time. */
const LISTED_MAX = 200;

/** Options of `lethe task done`. */
export interface TaskDoneOptions {
  readonly evidence: string;
  readonly note: string;
  readonly sha256?: string;
  readonly as?: string;
}

/** Lists what people have to do, the one that is due first at the top; with `all`, what was done as well. */
export async function listTasks(
  context: Context,
  { all = false }: { readonly all?: boolean },
  now = new Date(),
): Promise<ExitCode> {
  const { tasks } = await context.ports();
  const listed = all ? byDueDate(await tasks.list(LISTED_MAX)) : await tasks.listOpen(LISTED_MAX);
  const open = listed.filter(({ progress }) => progress.state === "open");
  context.terminal.document({ tasks: listed.map((task) => ({ ...task, overdue: isOverdue(task, now) })) });
  context.terminal.result(
    listed.length === 0
      ? "Nobody has anything to do."
      : [
          table([["task", "due", "what", "request"], ...listed.map((task) => rowOf(task, now))]),
          "",
          ...listed.map((task) => `${task.taskId}  ${describe(task)}`),
          ...(listed.length < LISTED_MAX ? [] : ["", `Only ${LISTED_MAX} are listed.`]),
        ].join("\n"),
  );
  return open.length === 0 ? EXIT.done : EXIT.waiting;
}

/** Closes a task with what shows that it was done. */
export async function taskDone(
  context: Context,
  taskId: string,
  { evidence, note, sha256, as }: TaskDoneOptions,
): Promise<ExitCode> {
  if (!TaskIdSchema.safeParse(taskId).success) {
    throw new UsageError(`"${taskId}" is no number of a task: take it from lethe tasks.`);
  }
  const deployment = await context.deployment();
  const staff = staffNamed(deployment, as);
  const closed = await closeTask(deployment, staff, taskId, {
    what: note,
    reference: evidence,
    ...(sha256 === undefined ? {} : { sha256 }),
  });
  context.terminal.document(closed);
  context.terminal.result(`Done, and on record with what shows it: ${taskId}.`);
  return EXIT.done;
}

function byDueDate(tasks: readonly Task[]): readonly Task[] {
  return [...tasks].sort((one, other) => one.dueAt.localeCompare(other.dueAt));
}

function rowOf(task: Task, now: Date): readonly string[] {
  const due = task.progress.state === "done" ? "done" : task.dueAt;
  return [
    task.taskId,
    isOverdue(task, now) ? `${due} (overdue)` : due,
    task.kind,
    task.requestId ?? task.rightsRequestId ?? task.mailId ?? "the deployment",
  ];
}

function describe({ needs, progress }: Task): string {
  if (progress.state === "open") return needs;
  const by = progress.by.kind === "staff" ? progress.by.name : "Lethe itself";
  return `Done by ${by} at ${progress.at}: ${progress.evidence.what} (${progress.evidence.reference})`;
}

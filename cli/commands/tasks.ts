import { askedText } from "../../shared/domain/tasks/asked-text.ts";
import { isOverdue, type Task, TaskIdSchema } from "../../shared/domain/tasks/task.ts";
import { closeTask } from "../api.ts";
import { staffNamed } from "../caller.ts";
import type { Context } from "../context.ts";
import { CommandFailed, EXIT, type ExitCode, UsageError } from "../exit-codes.ts";
import { table } from "../terminal.ts";

/** People work through a page at a time. */
const LISTED_MAX = 200;

/** Options of `lethe task done`. */
export interface TaskDoneOptions {
  readonly evidence?: string;
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

/** Shows one task: what to do, by when, what was written to a third party about it, and what came back. */
export async function showTask(context: Context, taskId: string, now = new Date()): Promise<ExitCode> {
  expectTaskId(taskId);
  const task = await (await context.ports()).tasks.read(taskId);
  if (!task) throw new CommandFailed("There is no such task: list them with lethe tasks --all.");
  const { kind, processor, openedAt, needs, progress, asked } = task;
  context.terminal.document({ ...task, overdue: isOverdue(task, now) });
  context.terminal.result(
    [
      `task        ${taskId}`,
      `what        ${kind}`,
      ...(processor === undefined ? [] : [`third party ${processor}`]),
      `about       ${aboutOf(task)}`,
      `opened      ${openedAt}`,
      `due         ${dueOf(task, now)}`,
      `to do       ${needs}`,
      ...(asked?.written ?? []).map(
        ({ letter, sentAt }) =>
          `letter      ${letter}, ${sentAt === undefined ? "being sent" : `sent on ${sentAt}`}`,
      ),
      ...(asked?.replies ?? []).map(
        ({ mailId, sha256, receivedAt, by }) =>
          `answer      mail ${mailId} of ${receivedAt}, by a ${by}, sha256 ${sha256}`,
      ),
      ...(asked?.returnedAt === undefined
        ? []
        : [`came back   ${asked.returnedAt}; no more letters are sent`]),
      ...(progress.state === "open" ? [] : [describe(task)]),
    ].join("\n"),
  );
  return progress.state === "open" ? EXIT.waiting : EXIT.done;
}

/** Closes a task with what shows that it was done: the answer that is attached to it, if nothing else is named. */
export async function taskDone(
  context: Context,
  taskId: string,
  { evidence, note, sha256, as }: TaskDoneOptions,
): Promise<ExitCode> {
  expectTaskId(taskId);
  const deployment = await context.deployment();
  const staff = staffNamed(deployment, as);
  const closed = await closeTask(deployment, staff, taskId, {
    what: note,
    ...(evidence === undefined ? {} : { reference: evidence }),
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
  return [task.taskId, dueOf(task, now), task.kind, aboutOf(task)];
}

function dueOf(task: Task, now: Date): string {
  if (task.progress.state === "done") return "done";
  return isOverdue(task, now) ? `${task.dueAt} (overdue)` : task.dueAt;
}

function aboutOf({ requestId, rightsRequestId, mailId }: Task): string {
  return requestId ?? rightsRequestId ?? mailId ?? "the deployment";
}

function expectTaskId(taskId: string): void {
  if (TaskIdSchema.safeParse(taskId).success) return;
  throw new UsageError(`"${taskId}" is no number of a task: take it from lethe tasks.`);
}

function describe(task: Task): string {
  const { needs, progress } = task;
  if (progress.state === "open") return [needs, askedText(task) ?? ""].join(" ").trim();
  const by = progress.by.kind === "staff" ? progress.by.name : "Lethe itself";
  return `Done by ${by} at ${progress.at}: ${progress.evidence.what} (${progress.evidence.reference})`;
}

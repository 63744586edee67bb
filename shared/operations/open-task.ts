import type { ErasureRequest } from "../domain/requests/erasure-request.ts";
import { FAILURES_UNNOTICED_MAX } from "../domain/requests/stuck.ts";
import { newTask, type Task, type TaskSubject } from "../domain/tasks/task.ts";
import type { TaskKind } from "../domain/tasks/task-kind.ts";
import type { Clock, Tasks } from "./ports.ts";

export interface OpenTaskPorts {
  readonly tasks: Tasks;
  readonly clock: Clock;
}

/**
 * Makes sure that a task of this kind is open about the request; opening it twice is once.
 *
 * It comes before the write that it is about: a task too many closes by itself, one too few is missed by nobody.
 *
 * @param needs what a person has to do, in a sentence that names nobody.
 * @param on the date of what it is about, for the kinds that have one.
 */
export function openTask(
  { tasks, clock }: OpenTaskPorts,
  kind: TaskKind,
  { service, region, requestId }: Pick<ErasureRequest, "service" | "region" | "requestId">,
  needs: string,
  on?: string,
): Promise<Task> {
  const now = clock.now();
  const dated = on === undefined ? { needs, now } : { needs, now, on };
  return tasks.open(newTask(kind, { service, region, requestId }, dated));
}

/**
 * Makes sure that a task was opened once, whether or not it is done by now: its id comes from `at`, so a step that runs
 * again finds it.
 */
export async function openTaskOnce(
  { tasks }: OpenTaskPorts,
  kind: TaskKind,
  about: TaskSubject,
  dated: { readonly needs: string; readonly at: string; readonly on?: string },
): Promise<Task> {
  const { needs, at, on } = dated;
  const now = new Date(at);
  const task = newTask(kind, about, on === undefined ? { needs, now } : { needs, now, on });
  return (await tasks.read(task.taskId)) ?? tasks.open(task);
}

/** Asks for a person once a request has failed as often as it may; its attempts go on beside. */
export async function openTaskIfItKeepsFailing(
  ports: OpenTaskPorts,
  request: Pick<ErasureRequest, "service" | "region" | "requestId">,
  attempt: number,
  why: string,
): Promise<void> {
  if (attempt <= FAILURES_UNNOTICED_MAX) return;
  await openTask(
    ports,
    "keeps-failing",
    request,
    `Find out why attempt ${attempt} and those before failed (${why}) and mend it: the logs of its functions say where.`,
  );
}

/** Asks for a second person to look at a plan. */
export async function openApprovalTask(
  ports: OpenTaskPorts,
  request: Pick<ErasureRequest, "service" | "region" | "requestId">,
): Promise<void> {
  await openTask(
    ports,
    "approve-plan",
    request,
    "Look at the plan as a second person, and approve or refuse it.",
  );
}

import type { Policy } from "../domain/policy/policy.ts";
import type { DueDate } from "../domain/rights/due-date.ts";
import type { RightsRequest } from "../domain/rights/rights-request.ts";
import { owedOf, warningAt, warningsOf } from "../domain/rights/warnings.ts";
import { newTask, type Task, type TaskSubject } from "../domain/tasks/task.ts";
import type { TaskKind } from "../domain/tasks/task-kind.ts";
import { closeTask } from "./close-task.ts";
import type { DoDuty } from "./do-duties.ts";
import type { Clock, Duties, Duty, Metrics, RightsRegister, Tasks } from "./ports.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** The ones due first: what is not among them is not due soon. */
const OPEN_TASKS_MAX = 1000;

/** They are closed when nothing is owed any more. */
const ABOUT_WHAT_IS_OWED: readonly TaskKind[] = ["answer-request", "reply-in-substance", "letter-not-sent"];

const WATCH_DUE_DATE = "watch-due-date";
const REPORT_DUE_DATES = "report-due-dates";

export interface WatchDueDatesPorts {
  readonly rights: Pick<RightsRegister, "read">;
  readonly tasks: Tasks;
  readonly metrics: Metrics;
  readonly clock: Clock;
}

/**
 * Puts the first warning of each due date of a request that is still owed; each puts the next itself. It comes before the
 * request is written, or put off: a watch too many ends by itself, one too few is missed by nobody.
 */
export async function planDueDates(duties: Pick<Duties, "put">, request: RightsRequest): Promise<void> {
  for (const dueDate of owedOf(request)) {
    const { what } = dueDate;
    const { rightsRequestId, receivedAt } = request;
    const [first] = warningsOf(dueDate, receivedAt);
    if (!first) continue;
    await duties.put({
      dutyId: `due-date/${rightsRequestId}/${what}`,
      kind: WATCH_DUE_DATE,
      about: { rightsRequestId, what },
      dueAt: first.at,
    });
  }
}

/** Puts that the two numbers are told each minute, unless it stands. */
export async function planDueDateReport(duties: Pick<Duties, "putOnce">, now: Date): Promise<void> {
  const duty = { dutyId: REPORT_DUE_DATES, kind: REPORT_DUE_DATES, about: {} };
  await duties.putOnce({ ...duty, dueAt: now.toISOString() });
}

/**
 * Returns how due dates are watched: while something is owed a task stands from half of its time on, with its date, and
 * CloudWatch is told how many requests are due soon and how many overdue. What is done makes no sound, and its task is
 * closed.
 *
 * @param of `policy` says how long a closed task is on record.
 */
export function watchDueDates(
  ports: WatchDueDatesPorts,
  of: { readonly service: string; readonly region: string; readonly policy: Policy },
): Readonly<Record<typeof WATCH_DUE_DATE | typeof REPORT_DUE_DATES, DoDuty>> {
  return {
    [WATCH_DUE_DATE]: async (duty) => {
      const next = await watch(ports, of, duty);
      await report(ports, of.policy);
      return next;
    },
    [REPORT_DUE_DATES]: async (duty) => {
      await report(ports, of.policy);
      return { ...duty, dueAt: new Date(ports.clock.now().getTime() + MINUTE_MS).toISOString() };
    },
  };
}

async function watch(
  ports: WatchDueDatesPorts,
  of: TaskSubject & { readonly policy: Policy },
  duty: Duty,
): Promise<Duty | undefined> {
  const { rightsRequestId = "", what } = duty.about;
  const request = await ports.rights.read(rightsRequestId);
  const dueDate = request && owedOf(request).find((one) => one.what === what);
  if (!dueDate) return undefined;
  const now = ports.clock.now();
  if (warningAt(dueDate, request.receivedAt, now)) await keepTaskOpen(ports, of, request, dueDate);
  const at = now.toISOString();
  const next = warningsOf(dueDate, request.receivedAt).find((warning) => warning.at > at);
  // An overdue one is still owed, and its task may have been closed in error.
  return { ...duty, dueAt: next?.at ?? new Date(now.getTime() + DAY_MS).toISOString() };
}

/** Gives the tasks that people have of a request the dates that it has now. */
export async function keepDateOfTasks(
  ports: Pick<WatchDueDatesPorts, "tasks" | "clock">,
  of: TaskSubject & { readonly policy: Policy },
  request: RightsRequest,
): Promise<void> {
  const open = await ports.tasks.openAbout(request.rightsRequestId);
  // Whoever works on it has a task, also when an earlier call closed it and died.
  const isAtWork = request.standing.state === "with-a-person";
  for (const dueDate of owedOf(request)) {
    const has = open.some(({ kind }) => kind === kindOf(dueDate));
    if (has || isAtWork) await keepTaskOpen(ports, of, request, dueDate);
  }
}

/** There is one task of a kind about a request: it has the first date that is still owed, which may have changed. */
async function keepTaskOpen(
  ports: Pick<WatchDueDatesPorts, "tasks" | "clock">,
  { service, region, policy }: TaskSubject & { readonly policy: Policy },
  request: RightsRequest,
  dueDate: DueDate,
): Promise<void> {
  const kind = kindOf(dueDate);
  const { rightsRequestId, right } = request;
  const [first = dueDate] = owedOf(request)
    .filter((one) => kindOf(one) === kind)
    .sort((one, other) => one.at.localeCompare(other.at));
  const on = first.at;
  const needs = `Answer the request about the right of ${right}, owed by ${on} (${first.source}), or put it off with a notice where its rule allows it.`;
  const now = ports.clock.now();
  const open = () =>
    ports.tasks.open(newTask(kind, { service, region, rightsRequestId }, { needs, now, on }));
  const standing = await open();
  if (standing.dueAt === on) return;
  const evidence = { what: `Its date has changed to ${on}.`, reference: `request ${rightsRequestId}` };
  await closeTask(ports, standing.taskId, { by: { kind: "system" }, evidence, policy });
  await open();
}

function kindOf({ what }: DueDate): Extract<TaskKind, "reply-in-substance" | "answer-request"> {
  return what === "reply-in-substance" ? what : "answer-request";
}

/** Counts requests by what is owed of them now, and closes the tasks of those of which nothing is. */
async function report({ rights, tasks, metrics, clock }: WatchDueDatesPorts, policy: Policy): Promise<void> {
  const now = clock.now();
  const warned = new Map<string, number>();
  for (const task of await tasks.listOpen(OPEN_TASKS_MAX)) {
    const request = await requestOf(rights, task);
    if (!request) continue;
    const owed = owedOf(request);
    if (!owed.some((dueDate) => task.kind === "letter-not-sent" || kindOf(dueDate) === task.kind)) {
      await closeAnswered({ tasks, clock }, task, request, policy);
    }
    const percents = owed.map((dueDate) => warningAt(dueDate, request.receivedAt, now)?.percent ?? 0);
    warned.set(request.rightsRequestId, Math.max(0, ...percents));
  }
  const percents = [...warned.values()];
  await metrics.put({
    RightsRequestsDueSoon: percents.filter((percent) => percent > 0 && percent < 100).length,
    RightsRequestsOverdue: percents.filter((percent) => percent === 100).length,
  });
}

async function requestOf(
  rights: Pick<RightsRegister, "read">,
  { kind, rightsRequestId }: Task,
): Promise<RightsRequest | undefined> {
  if (rightsRequestId === undefined || !ABOUT_WHAT_IS_OWED.includes(kind)) return undefined;
  return rights.read(rightsRequestId);
}

async function closeAnswered(
  ports: Pick<WatchDueDatesPorts, "tasks" | "clock">,
  { taskId }: Task,
  { rightsRequestId, standing }: RightsRequest,
  policy: Policy,
): Promise<void> {
  const evidence = {
    what: `Nothing of this is owed any more: the request is ${standing.state}.`,
    reference: `request ${rightsRequestId}`,
  };
  await closeTask(ports, taskId, { by: { kind: "system" }, evidence, policy });
}

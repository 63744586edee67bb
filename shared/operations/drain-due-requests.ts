import { planDigest } from "../domain/erasure/erasure-plan.ts";
import { dueAt, type ErasureRequest, type Progress, waitsToRun } from "../domain/requests/erasure-request.ts";
import { STARTS_PER_HOUR_UNTIL_BREAK } from "../domain/requests/hourly-limits.ts";
import {
  after,
  nextTryAt,
  WATCH_PERSON_EVERY_MS,
  WATCH_RUN_EVERY_MS,
} from "../domain/requests/looked-at-again.ts";
import { closeMootTasks } from "./close-task.ts";
import { enterGrace } from "./enter-grace.ts";
import { lookForAnswers, newAnswers } from "./look-for-answers.ts";
import { lookForLateWrites } from "./look-for-late-writes.ts";
import { type FindableStore, makePlan } from "./make-plan.ts";
import { openApprovalTask, openTask, openTaskIfItKeepsFailing } from "./open-task.ts";
import type {
  Chance,
  Clock,
  DueRequest,
  Executions,
  ProcessorAsks,
  Records,
  RequestRegister,
  Tasks,
} from "./ports.ts";
import type { VerifiableStore } from "./verify-absence.ts";

/** One page of due rows, far below the 1 MB of a query; what is left over is still due a minute later. */
const DUE_PER_DRAIN_MAX = 1_000;
/** A signal is for what somebody waits for, which is found near the top. */
const DUE_PER_SIGNAL_MAX = 200;
/** One that takes long, such as a plan of 100,000 entries, holds up one of these places and nobody behind it. */
const AT_ONCE_MAX = 20;
/** So long before the function's own end nothing more is begun: what was begun is finished. It runs for five minutes. */
const FINISH_FOR_MS = 180_000;
/** The drain comes each minute. */
const FAILING_FOR_MS = 3 * WATCH_RUN_EVERY_MS;

export interface DrainPorts {
  readonly register: RequestRegister;
  readonly executions: Executions;
  readonly tasks: Tasks;
  readonly asks: Pick<ProcessorAsks, "of">;
  readonly records: Records;
  /** The stores that a request empties, under the policy it was opened under. */
  readonly storesFor: (request: ErasureRequest) => Promise<readonly (FindableStore & VerifiableStore)[]>;
  /** A herd runs one after another: what runs calls one function at a time, and an account may run only so many. */
  readonly runsAtOnceMax: number;
  readonly clock: Clock;
  /** Returns for how many milliseconds this process may go on, whatever the clock's time is scaled to. */
  readonly remainingMs: () => number;
  readonly chance: Chance;
}

/** What a drain did; requests are named by their ids. */
export interface Drained {
  readonly looked: number;
  /** These could not be moved on; they stay due, and the cause is to be logged. */
  readonly failed: readonly { readonly requestId: string; readonly cause: unknown }[];
}

/**
 * Which of what is due is moved on. A thousand signals at once would make each look at a run or for late writes a
 * thousand times over: these are left to the minute.
 */
export type DrainReach = "everything" | "what-somebody-waits-for";

/**
 * Moves every request that is due one step on. Each move is one conditional write, so two drains at once do no
 * harm, and one request that fails delays no other.
 */
export async function drainDueRequests(
  ports: DrainPorts,
  reach: DrainReach = "everything",
): Promise<Drained> {
  // What is due stays due until everything is resumed.
  if (await ports.register.pausedAll()) return { looked: 0, failed: [] };
  const due = await dueIn(ports.register, ports.clock.now(), reach);
  const failed: { requestId: string; cause: unknown }[] = [];
  let room = ports.runsAtOnceMax - (await ports.register.countRun());
  await eachOf(due, async ({ requestId, state }) => {
    if (ports.remainingMs() < FINISH_FOR_MS) return;
    if (waitsToRun(state)) room -= 1;
    try {
      // What finds no room stays due, and the end of any run drains again. Another drain may have taken the room.
      if (waitsToRun(state) && (room < 0 || (await ports.register.countRun()) >= ports.runsAtOnceMax)) return;
      const request = await ports.register.read(requestId);
      if (request) await moveOn(ports, request);
    } catch (cause) {
      failed.push({ requestId, cause });
      await askForHelp(ports, requestId).catch((more: unknown) => failed.push({ requestId, cause: more }));
    }
  });
  return { looked: due.length, failed };
}

async function dueIn(
  register: RequestRegister,
  now: Date,
  reach: DrainReach,
): Promise<readonly DueRequest[]> {
  if (reach === "everything") return register.dueBy(now, DUE_PER_DRAIN_MAX);
  const due = await register.dueBy(now, DUE_PER_SIGNAL_MAX);
  return due.filter(({ state }) => isWaitedFor(state));
}

function isWaitedFor(state: Progress["state"]): boolean {
  return state === "open" || waitsToRun(state);
}

/** Goes through a list in order, up to {@link AT_ONCE_MAX} at a time. */
async function eachOf<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const waiting = items.values();
  const worker = async (): Promise<void> => {
    for (const item of waiting) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE_MAX }, worker));
}

async function moveOn(ports: DrainPorts, request: ErasureRequest): Promise<void> {
  if (request.paused) return lookAgainIn(ports, request, WATCH_PERSON_EVERY_MS);
  switch (request.progress.state) {
    case "open":
      return planForApproval(ports, request);
    case "verified":
      // Whoever had to approve it has, or need not any more.
      await closeMootTasks(ports, request);
      if (await enterGrace(ports, request)) return;
      return run(ports, { ...request, attempt: request.attempt + 1 });
    case "waiting":
      if (request.progress.waitsFor?.kind === "answers") {
        const { isNew, nextAt } = await newAnswers(ports, request);
        if (!isNew) return lookAgainAt(ports, request, nextAt);
      }
      return run(ports, { ...request, attempt: request.attempt + 1 });
    case "waiting-for-approval":
      return lookAgainIn(ports, request, WATCH_PERSON_EVERY_MS);
    case "grace":
      return endGrace(ports, request);
    case "running":
      return watchRun(ports, request);
    case "completed":
      if (request.progress.lateWrites) return lookForLateWrites(ports, request);
      return lookForAnswers(ports, request);
    case "withdrawn":
    case "refused":
      return;
  }
}

/** What a drain could not move on stays due, so what is due for so long has failed in three of them. */
async function askForHelp(ports: DrainPorts, requestId: string): Promise<void> {
  const request = await ports.register.read(requestId);
  const due = request && dueAt(request);
  if (!request || !due || ports.clock.now().getTime() - new Date(due).getTime() < FAILING_FOR_MS) return;
  const needs = `Find out why this request, which was due at ${due}, cannot be moved on, and mend it: the log of the drain says where.`;
  await openTask(ports, "keeps-failing", request, needs);
}

async function planForApproval(ports: DrainPorts, request: ErasureRequest): Promise<void> {
  if (request.subjectId === undefined) return;
  const plan = await makePlan(
    { ...ports, stores: await ports.storesFor(request) },
    request,
    request.subjectId,
  );
  await ports.register.putPlan(plan);
  await openApprovalTask(ports, request);
  const dueAt = after(ports.clock.now(), WATCH_PERSON_EVERY_MS);
  await ports.register.update({
    ...request,
    progress: { state: "waiting-for-approval", planDigest: planDigest(plan), dueAt },
  });
}

/** Who resumed it made it due, whenever the grace is over. */
async function endGrace(ports: DrainPorts, request: ErasureRequest): Promise<void> {
  const { graceEndsAt = "" } = request;
  if (graceEndsAt <= ports.clock.now().toISOString()) {
    return run(ports, { ...request, attempt: request.attempt + 1 });
  }
  await ports.register.update({ ...request, progress: { state: "grace", dueAt: graceEndsAt } });
}

/** The state comes first: an execution that starts must find its request running, and a lost start is seen by the watch. */
async function run(ports: DrainPorts, request: ErasureRequest): Promise<void> {
  const dueAt = after(ports.clock.now(), WATCH_RUN_EVERY_MS);
  const running = await ports.register.update({ ...request, progress: { state: "running", dueAt } });
  if (!running) return;
  await ports.executions.start(running);
  await breakAtTooMany(ports);
}

/** Mass deletion, by whomever, is stopped before its next batches; two people have to let it go on. */
async function breakAtTooMany({ register, clock }: DrainPorts): Promise<void> {
  const now = clock.now();
  const started = await register.countInHour("started", now);
  if (started % STARTS_PER_HOUR_UNTIL_BREAK !== 0) return;
  await register.pauseAll({ by: { kind: "breaker" }, at: now.toISOString() });
}

async function watchRun(ports: DrainPorts, request: ErasureRequest): Promise<void> {
  switch (await ports.executions.statusOf(request)) {
    case "running":
      return lookAgainIn(ports, request, WATCH_RUN_EVERY_MS);
    case "absent":
      // Its due time moves on only when it was started: so one that never can be is seen to be late.
      await ports.executions.start(request);
      return lookAgainIn(ports, request, WATCH_RUN_EVERY_MS);
    case "ended":
      await openTaskIfItKeepsFailing(ports, request, request.attempt, "it ended without a word");
      await ports.register.update({
        ...request,
        progress: {
          state: "waiting",
          reason: `Attempt ${request.attempt} ended without a word; the next one goes on where it stopped.`,
          dueAt: nextTryAt(ports.clock.now(), request.attempt, ports.chance()),
        },
      });
  }
}

function lookAgainIn(ports: DrainPorts, request: ErasureRequest, milliseconds: number): Promise<void> {
  return lookAgainAt(ports, request, after(ports.clock.now(), milliseconds));
}

async function lookAgainAt(ports: DrainPorts, request: ErasureRequest, dueAt: string): Promise<void> {
  const { progress } = request;
  if (!("dueAt" in progress)) return;
  await ports.register.update({ ...request, progress: { ...progress, dueAt } });
}

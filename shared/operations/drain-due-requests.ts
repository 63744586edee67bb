import { planDigest } from "../domain/erasure/erasure-plan.ts";
import type { ErasureRequest } from "../domain/requests/erasure-request.ts";
import {
  after,
  nextTryAt,
  WATCH_PERSON_EVERY_MS,
  WATCH_RUN_EVERY_MS,
} from "../domain/requests/looked-at-again.ts";
import { type FindableStore, makePlan } from "./make-plan.ts";
import type { Clock, Executions, RequestRegister } from "./ports.ts";

/** One drain takes seconds for each at worst; what is left over is still due a minute later. */
const REQUESTS_PER_DRAIN_MAX = 25;

export interface DrainPorts {
  readonly register: RequestRegister;
  readonly executions: Executions;
  /** The stores that a request empties, under the policy it was opened under. */
  readonly storesFor: (request: ErasureRequest) => Promise<readonly FindableStore[]>;
  readonly clock: Clock;
}

/** What a drain did; requests are named by their ids. */
export interface Drained {
  readonly looked: number;
  /** These could not be moved on; they stay due, and the cause is to be logged. */
  readonly failed: readonly { readonly requestId: string; readonly cause: unknown }[];
}

/**
 * Moves every request that is due one step on. Each move is one conditional write, so two drains at once do no
 * harm, and one request that fails delays no other.
 */
export async function drainDueRequests(ports: DrainPorts): Promise<Drained> {
  const due = await ports.register.dueBy(ports.clock.now(), REQUESTS_PER_DRAIN_MAX);
  const failed: { requestId: string; cause: unknown }[] = [];
  for (const requestId of due) {
    try {
      const request = await ports.register.read(requestId);
      if (request) await moveOn(ports, request);
    } catch (cause) {
      failed.push({ requestId, cause });
    }
  }
  return { looked: due.length, failed };
}

async function moveOn(ports: DrainPorts, request: ErasureRequest): Promise<void> {
  switch (request.progress.state) {
    case "open":
      return planForApproval(ports, request);
    case "verified":
    case "waiting":
      return run(ports, { ...request, attempt: request.attempt + 1 });
    case "waiting-for-approval":
      return lookAgainIn(ports, request, WATCH_PERSON_EVERY_MS);
    case "grace":
      return run(ports, { ...request, attempt: request.attempt + 1 });
    case "running":
      return watchRun(ports, request);
    case "completed":
    case "withdrawn":
    case "refused":
      return;
  }
}

async function planForApproval(ports: DrainPorts, request: ErasureRequest): Promise<void> {
  if (request.subjectId === undefined) return;
  const plan = await makePlan(
    { clock: ports.clock, stores: await ports.storesFor(request) },
    request,
    request.subjectId,
  );
  await ports.register.putPlan(plan);
  const dueAt = after(ports.clock.now(), WATCH_PERSON_EVERY_MS);
  await ports.register.update({
    ...request,
    progress: { state: "waiting-for-approval", planDigest: planDigest(plan), dueAt },
  });
}

/** The state comes first: an execution that starts must find its request running, and a lost start is seen by the watch. */
async function run(ports: DrainPorts, request: ErasureRequest): Promise<void> {
  const dueAt = after(ports.clock.now(), WATCH_RUN_EVERY_MS);
  const running = await ports.register.update({ ...request, progress: { state: "running", dueAt } });
  if (running) await ports.executions.start(running);
}

async function watchRun(ports: DrainPorts, request: ErasureRequest): Promise<void> {
  switch (await ports.executions.statusOf(request)) {
    case "running":
      return lookAgainIn(ports, request, WATCH_RUN_EVERY_MS);
    case "absent":
      return run(ports, request);
    case "ended":
      await ports.register.update({
        ...request,
        progress: {
          state: "waiting",
          reason: `Attempt ${request.attempt} ended without a word; the next one goes on where it stopped.`,
          dueAt: nextTryAt(ports.clock.now(), request.attempt),
        },
      });
  }
}

async function lookAgainIn(ports: DrainPorts, request: ErasureRequest, milliseconds: number): Promise<void> {
  const { progress } = request;
  if (!("dueAt" in progress)) return;
  await ports.register.update({
    ...request,
    progress: { ...progress, dueAt: after(ports.clock.now(), milliseconds) },
  });
}

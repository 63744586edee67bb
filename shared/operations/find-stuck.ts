import { LANE_TARGETS, laneOf } from "../domain/erasure/step.ts";
import type { ErasureRequest } from "../domain/requests/erasure-request.ts";
import { type RequestFacts, type Stuck, stuckBecause } from "../domain/requests/stuck.ts";
import { askedText } from "../domain/tasks/asked-text.ts";
import { isOverdue, type Task } from "../domain/tasks/task.ts";
import type { Clock, DeadLetters, Executions, Ledger, RequestRegister, Tasks } from "./ports.ts";

/** A person reads the answer: beyond so many the first ones say enough, and that there are more is said. */
const LOOKED_AT_MAX = 500;
/** Reads in flight at once. */
const AT_ONCE = 25;
/** Every request that has not ended has a due time before this. */
const EVER = new Date("9999-12-31T00:00:00.000Z");

export interface FindStuckPorts {
  readonly register: RequestRegister;
  readonly executions: Executions;
  readonly ledger: Ledger;
  readonly tasks: Tasks;
  readonly deadLetters: DeadLetters;
  readonly clock: Clock;
}

/** Returns everything that does not go on by itself, and why: requests by due time, then tasks, then calls that failed. */
export async function findStuck(ports: FindStuckPorts): Promise<readonly Stuck[]> {
  const now = ports.clock.now();
  const due = await ports.register.dueBy(EVER, LOOKED_AT_MAX);
  const found: Stuck[] = [];
  for (let from = 0; from < due.length; from += AT_ONCE) {
    const some = due.slice(from, from + AT_ONCE);
    found.push(
      ...(await Promise.all(some.map(({ requestId }) => stuckRequest(ports, requestId, now)))).flat(),
    );
  }
  const tasks = await ports.tasks.listOpen(LOOKED_AT_MAX);
  const overdue = tasks.filter((task) => isOverdue(task, now));
  found.push(...overdue.map(overdueTask));
  if (Math.max(due.length, tasks.length) >= LOOKED_AT_MAX) {
    found.push({
      kind: "not-all-looked-at",
      why: `only the first ${LOOKED_AT_MAX} by due time were looked at`,
    });
  }
  return [...found, ...(await deadLetters(ports.deadLetters))];
}

async function stuckRequest(ports: FindStuckPorts, requestId: string, now: Date): Promise<readonly Stuck[]> {
  const request = await ports.register.read(requestId);
  return request ? stuckBecause(request, await factsOf(ports, request), now) : [];
}

/** Asks only for what the request's state makes a question. */
async function factsOf(ports: FindStuckPorts, request: ErasureRequest): Promise<RequestFacts> {
  switch (request.progress.state) {
    case "waiting-for-approval": {
      const plan = await ports.register.readPlan(request.requestId);
      return plan ? { planMadeAt: plan.madeAt } : {};
    }
    case "running": {
      const execution = await ports.executions.statusOf(request);
      const [first] = await ports.ledger.readLane(laneOf(request, LANE_TARGETS.subject));
      return first ? { execution, runningSince: first.at } : { execution };
    }
    default:
      return {};
  }
}

function overdueTask(task: Task): Stuck {
  const { taskId, dueAt, needs } = task;
  const asked = askedText(task);
  const said = asked === undefined ? needs : `${needs} ${asked}`;
  return { kind: "task-overdue", taskId, why: `was due at ${dueAt}: ${said}` };
}

async function deadLetters(letters: DeadLetters): Promise<readonly Stuck[]> {
  const count = await letters.count();
  if (count === 0) return [];
  const age = await letters.oldestAgeSeconds();
  const old = age === undefined ? "" : `, the oldest for at least ${Math.floor(age / 60)} min`;
  return [{ kind: "dead-letters", why: `${count} calls of functions failed and wait${old}` }];
}

import { canonicalJson } from "../domain/canonical-json.ts";
import { ownRecordEndsAt } from "../domain/policy/own-record-days.ts";
import type { Policy } from "../domain/policy/policy.ts";
import type { ErasureRequest } from "../domain/requests/erasure-request.ts";
import { mootBecause } from "../domain/tasks/moot.ts";
import type { Task, TaskCloser, TaskEvidence } from "../domain/tasks/task.ts";
import { policyOnRecord } from "./policy-on-record.ts";
import type { Clock, Records, Tasks } from "./ports.ts";

export interface CloseTaskPorts {
  readonly tasks: Tasks;
  readonly clock: Clock;
}

/** How the closing of a task ended; a refusal changes nothing. */
export type Closing =
  | { readonly closed: true; readonly task: Task }
  | { readonly closed: false; readonly because: "no-such-task" | "closed-already" };

/**
 * Closes a task with what shows that it was done; who did it is on record for as long as the request is. Closing it twice
 * with the same is closing it once.
 *
 * @param closing `policy` says for how long.
 */
export async function closeTask(
  ports: CloseTaskPorts,
  taskId: string,
  closing: { readonly by: TaskCloser; readonly evidence: TaskEvidence; readonly policy: Policy },
): Promise<Closing> {
  const now = ports.clock.now();
  const task = await ports.tasks.close(taskId, {
    state: "done",
    by: closing.by,
    at: now.toISOString(),
    evidence: closing.evidence,
    expiresAtEpochSeconds: ownRecordEndsAt(closing.policy, "request", now),
  });
  if (task) return { closed: true, task };
  const standing = await ports.tasks.read(taskId);
  if (standing && wasClosedBy(standing, closing)) return { closed: true, task: standing };
  return { closed: false, because: standing ? "closed-already" : "no-such-task" };
}

/** The same call, made again because its answer was lost. */
function wasClosedBy(
  { progress }: Task,
  { by, evidence }: { readonly by: TaskCloser; readonly evidence: TaskEvidence },
): boolean {
  if (progress.state !== "done") return false;
  return canonicalJson([progress.by, progress.evidence]) === canonicalJson([by, evidence]);
}

/** Closes the open tasks about a request that nobody has to do any more, with what shows it. */
export async function closeMootTasks(
  ports: CloseTaskPorts & { readonly records: Records },
  request: Pick<ErasureRequest, "requestId" | "policyDigest" | "progress" | "approval">,
): Promise<void> {
  for (const task of await ports.tasks.openAbout(request.requestId)) {
    const evidence = mootBecause(task, request);
    if (!evidence) continue;
    const { policy } = await policyOnRecord(ports.records, request.policyDigest);
    await closeTask(ports, task.taskId, { by: { kind: "system" }, evidence, policy });
  }
}

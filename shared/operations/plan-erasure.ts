import { type ErasurePlan, entriesIn, planDigest } from "../domain/erasure/erasure-plan.ts";
import { LANE_TARGETS, laneOf, type Step } from "../domain/erasure/step.ts";
import type { StoreProgress } from "../domain/erasure/store-progress.ts";
import type { Policy } from "../domain/policy/policy.ts";
import { SEALING } from "../domain/policy/sealed-stores.ts";
import { after, WATCH_PERSON_EVERY_MS } from "../domain/requests/looked-at-again.ts";
import { appendOnce } from "./append-once.ts";
import { type FindableStore, makePlan } from "./make-plan.ts";
import { openApprovalTask } from "./open-task.ts";
import { policyOnRecord } from "./policy-on-record.ts";
import type { Clock, Ledger, Records, RequestRegister, Tasks } from "./ports.ts";
import { RequestNotRunning, type RunningRequest, runningRequest } from "./running-request.ts";

export interface PlanErasurePorts {
  readonly register: RequestRegister;
  readonly stores: readonly FindableStore[];
  readonly ledger: Ledger;
  readonly records: Records;
  readonly tasks: Tasks;
  readonly clock: Clock;
}

/**
 * Counts what will be deleted and writes it down before anything is.
 *
 * A plan that a second person would have to see goes back to wait for one: its subject stays frozen. Once a plan has
 * been begun, later attempts carry it on without asking again.
 *
 * @returns `approved: false` if the request waits for a person now, and the run has nothing more to do.
 */
export async function planErasure(
  ports: PlanErasurePorts,
  step: Step,
): Promise<{ readonly approved: boolean }> {
  const request = await runningRequest(ports.register, step);
  const { policy } = await policyOnRecord(ports.records, request.policyDigest);
  const plan = await makePlan(ports, request, request.subjectId);
  const begun = await ports.register.readStoreProgress(request.requestId);

  if (begun.length === 0) {
    await ports.register.putPlan(plan);
    if (!mayBeCarriedOut(request, plan, policy)) {
      await waitForApproval(ports, request, planDigest(plan));
      return { approved: false };
    }
  }
  await appendOnce(ports.ledger, laneOf(step, LANE_TARGETS.subject), request.subjectRef, {
    kind: "planned",
    planDigest: planDigest(plan),
    entries: entriesIn(plan),
  });
  // What is sealed is counted when the seal stands: until then nothing is under it, and nothing is deleted either.
  if (request.scope === SEALING) return { approved: true };
  for (const progress of progressFrom(plan, begun)) {
    await ports.register.startStoreProgress(request.requestId, progress);
  }
  return { approved: true };
}

function mayBeCarriedOut(request: RunningRequest, plan: ErasurePlan, policy: Policy): boolean {
  if (request.scope === SEALING && !request.approval) return false;
  if (request.approval) return request.approval.planDigest === planDigest(plan);
  return entriesIn(plan) <= policy.limits.entriesPerErasure;
}

async function waitForApproval(
  ports: PlanErasurePorts,
  request: RunningRequest,
  digest: string,
): Promise<void> {
  await openApprovalTask(ports, request);
  const { approval: _outdated, ...rest } = request;
  const dueAt = after(ports.clock.now(), WATCH_PERSON_EVERY_MS);
  const stored = await ports.register.update({
    ...rest,
    progress: { state: "waiting-for-approval", planDigest: digest, dueAt },
  });
  if (stored) return;
  throw new RequestNotRunning(
    `Request ${request.requestId} was changed while it was planned: this run ends here.`,
  );
}

/** What an earlier attempt has deleted still counts as found. */
function progressFrom(plan: ErasurePlan, begun: readonly StoreProgress[]): readonly StoreProgress[] {
  return plan.stores.map(({ id, kind, found, bytes }) => {
    const before = begun.find(({ storeId }) => storeId === id);
    const deletedByCall = before?.deletedByCall ?? 0;
    return {
      storeId: id,
      kind,
      found: Math.max(before?.found ?? 0, deletedByCall + found),
      bytes: Math.max(before?.bytes ?? 0, bytes),
      deletedByCall,
      leftBehind: [],
      left: 0,
    };
  });
}

import type { Policy } from "../domain/policy/policy.ts";
import type { ErasureRequest } from "../domain/requests/erasure-request.ts";
import { after } from "../domain/requests/looked-at-again.ts";
import { type FindableStore, makePlan } from "./make-plan.ts";
import { policyOnRecord } from "./policy-on-record.ts";
import type { Clock, Records, RequestRegister } from "./ports.ts";

const HOUR_MS = 3_600_000;

export interface EnterGracePorts {
  readonly register: RequestRegister;
  readonly records: Records;
  readonly storesFor: (request: ErasureRequest) => Promise<readonly FindableStore[]>;
  readonly clock: Clock;
}

/**
 * Gives whoever asked the time to change their mind that the policy's scope has, once a request, before its first run.
 * A plan is on record meanwhile, for people who look at it: the approved one, else what there is to delete now.
 *
 * @returns false if there is no such time, or it was given before: then it may run.
 */
export async function enterGrace(ports: EnterGracePorts, request: ErasureRequest): Promise<boolean> {
  if (request.attempt > 0 || request.graceEndsAt !== undefined || !request.subjectId) return false;
  const { policy } = await policyOnRecord(ports.records, request.policyDigest);
  const graceHours = graceHoursOf(policy, request);
  if (graceHours === 0) return false;
  if (!request.approval) {
    const stores = await ports.storesFor(request);
    await ports.register.putPlan(await makePlan({ ...ports, stores }, request, request.subjectId));
  }
  const graceEndsAt = after(ports.clock.now(), graceHours * HOUR_MS);
  await ports.register.update({ ...request, graceEndsAt, progress: { state: "grace", dueAt: graceEndsAt } });
  return true;
}

function graceHoursOf(policy: Policy, request: ErasureRequest): number {
  return policy.erasure.find(({ scope }) => scope === request.scope)?.graceHours ?? 0;
}

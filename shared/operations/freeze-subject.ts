import { closesAccount, recordedScope } from "../domain/erasure/scope.ts";
import { LANE_TARGETS, laneOf, type Step } from "../domain/erasure/step.ts";
import type { Tombstone } from "../domain/erasure/tombstone.ts";
import { ownRecordDays } from "../domain/policy/own-record-days.ts";
import type { Policy } from "../domain/policy/policy.ts";
import { SEALING } from "../domain/policy/sealed-stores.ts";
import { isLookedAtAgain, isSettled } from "../domain/requests/erasure-request.ts";
import { after } from "../domain/requests/looked-at-again.ts";
import { appendOnce } from "./append-once.ts";
import { policyOnRecord } from "./policy-on-record.ts";
import type { Accounts, Clock, Ledger, Records, RequestRegister, Tombstones } from "./ports.ts";
import { type RunningRequest, runningRequest } from "./running-request.ts";
import { stopWhilePaused } from "./stop-while-paused.ts";

const DAY_MS = 86_400_000;

export interface FreezeSubjectPorts {
  readonly register: RequestRegister;
  readonly tombstones: Tombstones;
  readonly accounts: Accounts;
  readonly ledger: Ledger;
  readonly records: Records;
  readonly clock: Clock;
}

/**
 * Makes sure that nothing more comes in: the tombstone stands and, where all of a person goes, the account is disabled
 * and its sessions have ended.
 *
 * The address to answer to is read before the account goes. From here there is no way back.
 *
 * @returns `settles: true` if this run is about third parties alone, and goes on with them.
 */
export async function freezeSubject(
  ports: FreezeSubjectPorts,
  step: Step,
): Promise<{ readonly settles: boolean }> {
  await stopWhilePaused(ports, step);
  const request = await runningRequest(ports.register, step);
  const { policy } = await policyOnRecord(ports.records, request.policyDigest);
  const now = ports.clock.now();

  const tombstone = await ports.tombstones.put(tombstoneOf(request, policy, now));
  const address = await (closesAccount(request.scope)
    ? ports.accounts.disable(request.subjectId)
    : ports.accounts.addressOf(request.subjectId));
  // Whoever is looked at again has had their letter; who is preserved for an authority gets none.
  if (address && !isLookedAtAgain(request) && request.scope !== SEALING) {
    const goesAt = now.getTime() + ownRecordDays(policy, "contact-for-answer") * DAY_MS;
    await ports.register.keepContact(request.requestId, { address }, Math.floor(goesAt / 1000));
  }
  await appendOnce(ports.ledger, laneOf(step, LANE_TARGETS.subject), request.subjectRef, {
    kind: "frozen",
    tombstoneExpiresAt: tombstone.expiresAt,
  });
  return { settles: isSettled(request) };
}

function tombstoneOf(request: RunningRequest, policy: Policy, now: Date): Tombstone {
  return {
    schema: "lethe.tombstone/1",
    service: request.service,
    region: request.region,
    requestId: request.requestId,
    subjectRef: request.subjectRef,
    ...recordedScope(request),
    erasedAt: now.toISOString(),
    expiresAt: after(now, ownRecordDays(policy, "tombstone") * DAY_MS),
  };
}

import { LANE_TARGETS, laneOf, type Step } from "../domain/erasure/step.ts";
import type { StoreProgress } from "../domain/erasure/store-progress.ts";
import type { Entry } from "../domain/ledger/entry.ts";
import { isSealed } from "../domain/ledger/lane.ts";
import { isSettled } from "../domain/requests/erasure-request.ts";
import type { Clock, Ledger, RequestRegister, StoreVerifier } from "./ports.ts";
import { type RunningRequest, runningRequest } from "./running-request.ts";

/** A store that still shows something after so many passes will not be emptied by one more: a person has to look. */
const PASSES_MAX = 3;

/** A store that can be looked into by other code than deleted from it. */
export interface VerifiableStore {
  readonly storeId: string;
  readonly verifier: StoreVerifier;
}

export interface VerifyAbsencePorts {
  readonly register: RequestRegister;
  readonly stores: readonly VerifiableStore[];
  readonly ledger: Ledger;
  readonly clock: Clock;
}

/**
 * `absent`: nothing is left anywhere. `blocked`: something is, and deleting again would not help now. `again`:
 * something is that the eraser did not see or could not know of.
 */
export type Verdict = "absent" | "blocked" | "again";

/**
 * Looks for the person once more in every store, and closes the lanes of this attempt unless it must go on. A run that is
 * about third parties alone looks into no store: what is there by now was stored since.
 */
export async function verifyAbsence(
  ports: VerifyAbsencePorts,
  step: Step,
): Promise<{ readonly verdict: Verdict }> {
  const request = await runningRequest(ports.register, step);
  const remaining = isSettled(request) ? new Map<string, number>() : await countRemaining(ports, request);
  const verdict = await verdictOn(ports, step, remaining);
  if (verdict === "again") return { verdict };

  for (const target of Object.values(LANE_TARGETS))
    await seal(ports.ledger, laneOf(step, target), request, 0);
  for (const [storeId, count] of remaining) {
    await seal(ports.ledger, laneOf(step, storeId), request, count);
  }
  return { verdict };
}

async function countRemaining(
  ports: VerifyAbsencePorts,
  request: RunningRequest,
): Promise<ReadonlyMap<string, number>> {
  const counted = await Promise.all(
    ports.stores.map(async ({ storeId, verifier }) => {
      const found = await verifier.countRemaining(request.subjectId);
      const kept = await verifier.lookAtKept?.(request.subjectId);
      const at = ports.clock.now().toISOString();
      const seen = { found, at, ...(kept === undefined ? {} : { kept }) };
      await ports.register.recordVerified(request.requestId, storeId, seen);
      return [storeId, found] as const;
    }),
  );
  return new Map(counted);
}

async function verdictOn(
  ports: VerifyAbsencePorts,
  step: Step,
  remaining: ReadonlyMap<string, number>,
): Promise<Verdict> {
  const progress = await ports.register.readStoreProgress(step.requestId);
  const unexplained = [...remaining].filter(([storeId, count]) => count > leftOf(progress, storeId));
  if (unexplained.length === 0)
    return [...remaining.values()].every((count) => count === 0) ? "absent" : "blocked";
  const passes = await Promise.all(
    unexplained.map(async ([storeId]) => passesIn(await ports.ledger.readLane(laneOf(step, storeId)))),
  );
  return Math.max(...passes) < PASSES_MAX ? "again" : "blocked";
}

function leftOf(progress: readonly StoreProgress[], storeId: string): number {
  return progress.find((store) => store.storeId === storeId)?.left ?? 0;
}

/** What the ledger says when a store was gone through once, whatever was done there. */
const END_OF_A_PASS: readonly Entry["body"]["kind"][] = ["erase-ended", "retain-ended", "preserved"];

function passesIn(lane: readonly Entry[]): number {
  return lane.filter(({ body }) => END_OF_A_PASS.includes(body.kind)).length;
}

async function seal(ledger: Ledger, lane: string, request: RunningRequest, remaining: number): Promise<void> {
  const entries = await ledger.readLane(lane);
  if (isSealed(entries)) return;
  await ledger.append(lane, request.subjectRef, { kind: "sealed", remaining });
}

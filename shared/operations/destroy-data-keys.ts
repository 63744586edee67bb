import { type RecordedScope, recordedScope } from "../domain/erasure/scope.ts";
import { LANE_TARGETS, laneOf, type Step } from "../domain/erasure/step.ts";
import { holdsOver } from "../domain/holds/hold.ts";
import { mayAllBeHeld } from "../domain/holds/reach.ts";
import { categoriesErasedBy } from "../domain/policy/erasure-targets.ts";
import type { Policy } from "../domain/policy/policy.ts";
import { appendOnce } from "./append-once.ts";
import type { DataKeyEnds, Holds, Ledger } from "./ports.ts";
import type { RunningRequest } from "./running-request.ts";

/** A key was destroyed and is still there: nothing may be called erased. */
export class DataKeyStays extends Error {
  override readonly name = "DataKeyStays";
}

export interface DestroyDataKeysPorts {
  readonly dataKeys: DataKeyEnds;
  readonly holds: Holds;
  readonly ledger: Ledger;
}

/**
 * Destroys the keys under which the service encrypts what this erasure covers, before anything else of it goes: from
 * then on no copy opens, wherever it is. A key stays as long as a hold stands over anything that it opens.
 *
 * @throws {DataKeyStays} if another read still finds one.
 */
export async function destroyDataKeys(
  { dataKeys, holds, ledger }: DestroyDataKeysPorts,
  step: Step,
  request: RunningRequest,
  policy: Policy,
): Promise<void> {
  const covered = ownKeysErasedBy(policy, request);
  if (covered.length === 0) return;
  const { subjectRef } = request;
  const active = await holds.active();
  const isHeld = (category: string) =>
    policy.stores.some(({ id: storeId, categories }) => {
      if (!categories.includes(category)) return false;
      const over = holdsOver(active, { subjectRef, storeId, categories });
      return over.some(({ seal }) => seal !== undefined || mayAllBeHeld(policy, categories));
    });
  const going = covered.filter((category) => !isHeld(category));
  const lane = laneOf(step, LANE_TARGETS.subject);
  await appendOnce(ledger, lane, subjectRef, { kind: "keys-destruction-intended", keys: going.length });
  await dataKeys.destroy(subjectRef, going);
  const left = await dataKeys.count(subjectRef, going);
  if (left > 0)
    throw new DataKeyStays(`${left} keys of request ${step.requestId} are still there: the run tries again.`);
  const held = covered.length - going.length;
  await appendOnce(ledger, lane, subjectRef, { kind: "keys-destroyed", keys: going.length, held });
}

/** A key is of a person and a category: what covers less than that leaves it. */
function ownKeysErasedBy(policy: Policy, request: RecordedScope): readonly string[] {
  const { scope, category } = recordedScope(request);
  if (scope !== "account" && scope !== "minor" && scope !== "category") return [];
  const erased = categoriesErasedBy(policy, { scope, category });
  return policy.categories.filter(({ id, ownKey }) => ownKey && erased.has(id)).map(({ id }) => id);
}

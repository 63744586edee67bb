import { LANE_TARGETS, laneOf, type Step } from "../domain/erasure/step.ts";
import type { EntryBody } from "../domain/ledger/entry.ts";
import type { Policy } from "../domain/policy/policy.ts";
import { SEALING } from "../domain/policy/sealed-stores.ts";
import { appendOnce } from "./append-once.ts";
import type { RecoveryPoints } from "./backup-ports.ts";
import { lookAtCopies } from "./look-at-copies.ts";
import { deletedIn } from "./look-for-late-writes.ts";
import { policyOnRecord } from "./policy-on-record.ts";
import type { Clock, Ledger, Records, RequestRegister } from "./ports.ts";
import { type RunningRequest, runningRequest } from "./running-request.ts";

export interface BoundBackupsPorts {
  readonly register: RequestRegister;
  readonly ledger: Ledger;
  readonly records: Records;
  readonly recoveryPoints: Pick<RecoveryPoints, "listOf">;
  readonly clock: Clock;
}

type Bounded = Extract<EntryBody, { kind: "backups-bounded" }>;
/** What an attempt wrote down of the copies, and when it looked. */
export type CopiesLooked = NonNullable<Bounded["looked"]> & { readonly at: string };

/**
 * Looks at the copies of every store that the erasure touched, and writes down which can still bring back what it
 * deleted, and until which day. What counts is when that was gone: an attempt that deletes nothing more moves no day.
 */
export async function boundBackups(ports: BoundBackupsPorts, step: Step): Promise<void> {
  const request = await runningRequest(ports.register, step);
  const { policy } = await policyOnRecord(ports.records, request.policyDigest);
  const progress = await ports.register.readStoreProgress(step.requestId);
  // Nothing is deleted of what is sealed, so there is nothing that a copy could bring back.
  const storeIds = request.scope === SEALING ? [] : progress.map(({ storeId }) => storeId);
  const deleted = deletedIn(policy, progress);
  const now = ports.clock.now();
  const before = await lookedBefore(ports.ledger, step);
  const deletedBy = before?.deleted === deleted ? new Date(before.deletedBy) : now;
  const stores = await lookAtCopies(ports.recoveryPoints, policy, storeIds, { deletedBy, now });
  await appendOnce(ports.ledger, laneOf(step, LANE_TARGETS.backups), request.subjectRef, {
    kind: "backups-bounded",
    declared: declaredFor(policy, request),
    looked: { deletedBy: deletedBy.toISOString(), deleted, stores: [...stores] },
  });
}

/** Returns what an attempt wrote down last of the copies; undefined if it did not look. */
export async function copiesLooked(
  ledger: Pick<Ledger, "readLane">,
  step: Pick<Step, "requestId" | "attempt">,
): Promise<CopiesLooked | undefined> {
  const lane = await ledger.readLane(laneOf(step, LANE_TARGETS.backups));
  return lane
    .flatMap(({ at, body }) =>
      body.kind === "backups-bounded" && body.looked ? [{ ...body.looked, at }] : [],
    )
    .at(-1);
}

/** Returns the same of this attempt or of the last one before that did look. */
async function lookedBefore(ledger: Ledger, { requestId, attempt }: Step): Promise<CopiesLooked | undefined> {
  for (let one = attempt; one > 0; one -= 1) {
    const looked = await copiesLooked(ledger, { requestId, attempt: one });
    if (looked) return looked;
  }
  return undefined;
}

function declaredFor(policy: Policy, { scope }: RunningRequest): number {
  return scope === SEALING ? 0 : policy.backups.vaults.length;
}

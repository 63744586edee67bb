import { LEGAL_HOLD } from "../domain/erasure/store-progress.ts";
import type { SubjectId } from "../domain/erasure/subject-id.ts";
import { mayAllBeHeld } from "../domain/holds/reach.ts";
import type { Policy } from "../domain/policy/policy.ts";
import {
  isRemoved,
  NOTHING_REMOVED,
  type RemovedBecause,
  type RestoredThing,
} from "../domain/restore/restored-thing.ts";
import { clockStoreOf } from "../domain/retention/clock-rules.ts";
import { restoreLane } from "../domain/retention/expiry-lane.ts";
import { type ExpiryGatePorts, expiryGate } from "./expiry-gate.ts";
import { type CopyOfStore, type JudgeRestoredPorts, judgeRestored } from "./judge-restored.ts";
import type { DeleteGate, Holds, Ledger, QuarantinedStore } from "./ports.ts";

/** A copy names a store that the policy has not, or of which no single things can be told: nothing was changed. */
export class NotRestorable extends Error {
  override readonly name = "NotRestorable";
}

export interface CleanRestoredPorts extends JudgeRestoredPorts, ExpiryGatePorts {
  readonly holds: Holds;
  readonly ledger: Ledger;
}

/** What one page of a copy came to. */
export interface Cleaned {
  /** What went, by why. */
  readonly removed: Readonly<Record<RemovedBecause, number>>;
  /** People whose records were cut. */
  readonly cut: number;
  /** What may come back. */
  readonly coming: readonly RestoredThing[];
  /** Not to come back, and kept in quarantine by a hold. */
  readonly held: number;
  /** The store refused them, or everything was stopped: they are still there. */
  readonly left: number;
}

/** A store of a copy with what it takes to work on it. */
export interface WorkedCopy extends CopyOfStore {
  readonly quarantined: QuarantinedStore;
  readonly gate: DeleteGate;
}

/**
 * Returns a quarantined store as it is worked on.
 *
 * @throws {NotRestorable} if its things cannot be told one from another.
 */
export function workedCopy(
  ports: ExpiryGatePorts,
  policy: Policy,
  quarantined: QuarantinedStore,
  copiedAt: string,
): WorkedCopy {
  const store = clockStoreOf(policy, quarantined.storeId);
  if (!store) {
    throw new NotRestorable(
      `Store ${quarantined.storeId} is no bucket or table of which single things can be told: see docs/limits.md.`,
    );
  }
  const declared = { declared: store, mayBeHeld: mayAllBeHeld(policy, store.categories) };
  const gate = expiryGate(ports, { service: policy.service.id }, declared, { tellsAge: false });
  return { policy, store, copiedAt, quarantined, gate };
}

/** Removes from quarantine what of one page does not come back, intent in the ledger before, outcome after. */
export async function cleanPage(
  ports: CleanRestoredPorts,
  copy: WorkedCopy,
  page: readonly RestoredThing[],
): Promise<Cleaned> {
  const verdicts = await judgeRestored(ports, copy, page);
  const ownersToCut = new Set(
    page.flatMap(({ owner }, at) => (owner && verdicts[at] === "cut" ? [owner] : [])),
  );
  const cut = await cutAll(copy, ownersToCut);
  const removed = await removeEach(
    ports,
    copy,
    page.flatMap((one, at) => {
      const verdict = verdicts[at];
      return verdict !== undefined && isRemoved(verdict) ? [{ one, verdict }] : [];
    }),
  );
  return {
    removed: removed.removed,
    cut: ownersToCut.size,
    coming: page.filter((_, at) => verdicts[at] === "stays" || verdicts[at] === "sealed"),
    held: removed.held + cut.held,
    left: removed.left + cut.left,
  };
}

/** What is due is deleted while it is cut, as an erasure would have; the rest goes on under a pseudonym. */
async function cutAll({ quarantined, gate }: WorkedCopy, owners: ReadonlySet<SubjectId>) {
  const cut = { held: 0, left: 0 };
  for (const owner of owners) {
    if (!quarantined.cut) throw new NotRestorable(`Nothing cuts the records of ${quarantined.storeId}.`);
    const { left, leftBehind } = await quarantined.cut(owner, gate);
    const held = Math.min(left, leftBehind.filter(({ code }) => code === LEGAL_HOLD).length);
    cut.held += held;
    cut.left += left - held;
  }
  return cut;
}

async function removeEach(
  { ledger, clock }: CleanRestoredPorts,
  { quarantined, gate }: WorkedCopy,
  going: readonly { readonly one: RestoredThing; readonly verdict: RemovedBecause }[],
) {
  if (going.length === 0) return { removed: NOTHING_REMOVED, held: 0, left: 0 };
  const lane = restoreLane(clock.now());
  const store = quarantined.storeId;
  const { index: intended } = await ledger.append(lane, undefined, {
    kind: "restore-removing",
    store,
    things: going.length,
  });
  const how = await quarantined.remove(
    going.map(({ one }) => one),
    gate,
  );
  const gone = going.filter((_, at) => how[at] === "removed" || how[at] === "absent");
  const held = how.filter((one) => one === "held").length;
  const left = going.length - gone.length - held;
  const removed = { ...NOTHING_REMOVED };
  for (const { verdict } of gone) removed[verdict] += 1;
  await ledger.append(lane, undefined, { kind: "restore-removed", store, intended, ...removed, held, left });
  return { removed, held, left };
}

import { laneOf, type Step } from "../domain/erasure/step.ts";
import type { Hold } from "../domain/holds/hold.ts";
import { type SealHold, sealOf } from "../domain/holds/seal.ts";
import type { Policy } from "../domain/policy/policy.ts";
import type { StoreKind } from "../domain/policy/store.ts";
import type { Clock, Holds, Ledger, RequestRegister, StoreFinder } from "./ports.ts";
import type { RunningRequest } from "./running-request.ts";

/** The hold under the id of a seal is none; nothing was counted. */
export class SealMissing extends Error {
  override readonly name = "SealMissing";
}

/** A store that is counted and left as it is. */
interface SealableStore {
  readonly storeId: string;
  readonly kind: StoreKind;
  readonly finder: StoreFinder;
}

export interface SealStoresPorts {
  readonly register: RequestRegister;
  readonly holds: Holds;
  readonly stores: readonly SealableStore[];
  readonly ledger: Ledger;
  readonly clock: Clock;
}

/**
 * Places the seal of a request over everything of its subject, and then counts what is under it; nothing is deleted.
 * From when the seal stands every other erasure of them leaves it where it is. Run again it places none anew, counts what
 * came since, and leaves one that two people have lifted as it is.
 *
 * @throws {SealNeedsTwoPeople} unless two people want it.
 */
export async function sealStores(
  ports: SealStoresPorts,
  step: Step,
  request: RunningRequest,
  policy: Policy,
): Promise<{ readonly finished: true }> {
  const wanted = sealOf(policy, request, ports.clock.now());
  if (!(await ports.holds.read(wanted.holdId))) {
    for (const { storeId, finder } of ports.stores) {
      const { found } = await finder.find(request.subjectId);
      const body = { kind: "preserve-intended", store: storeId, found } as const;
      await ports.ledger.append(laneOf(step, storeId), request.subjectRef, body);
    }
    await ports.holds.place(wanted);
  }
  const seal = sealStanding(await ports.holds.read(wanted.holdId));
  // Whoever lifts it makes this request due, so that its last certificate says so.
  await ports.holds.noteHeldBack(seal.holdId, request.requestId);
  const before = await ports.register.readStoreProgress(request.requestId);
  for (const store of ports.stores) {
    const most = before.find(({ storeId }) => storeId === store.storeId)?.sealed?.foundMost ?? 0;
    await countSealed(ports, step, request, store, { seal, most });
  }
  return { finished: true };
}

async function countSealed(
  { register, ledger }: SealStoresPorts,
  step: Step,
  request: RunningRequest,
  { storeId, kind, finder }: SealableStore,
  { seal, most }: { readonly seal: SealHold; readonly most: number },
): Promise<void> {
  const { found, bytes } = await finder.find(request.subjectId);
  const { holdId } = seal;
  const sealed = { holdId, until: seal.seal.until, foundMost: Math.max(most, found) };
  const counts = { found, bytes, deletedByCall: 0, left: found, leftBehind: [] };
  await register.startStoreProgress(request.requestId, { storeId, kind, ...counts, sealed });
  const stands = seal.released === undefined;
  const body = { kind: "preserved", store: storeId, found, holdId, stands } as const;
  await ledger.append(laneOf(step, storeId), request.subjectRef, body);
}

/**
 * Returns the seal that is on record.
 *
 * @throws {SealMissing} if there is none, which its placing makes sure of.
 */
export function sealStanding(hold: Hold | undefined): SealHold {
  if (hold?.seal) return { ...hold, seal: hold.seal };
  throw new SealMissing("No seal is on record for this request: run it again, which places one.");
}

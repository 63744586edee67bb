import { dueAt, type ErasureRequest, type Progress } from "../domain/requests/erasure-request.ts";
import type { Clock, Holds, RequestRegister } from "./ports.ts";

export interface WaitForHoldsPorts {
  readonly register: RequestRegister;
  readonly holds: Holds;
  readonly clock: Clock;
}

/**
 * Lets a request that waits because of holds, or that has completed and waits to be looked at again, wait until `dueAt`,
 * or look again now if one of them was released meanwhile. A release looks for requests that wait, after it is on record,
 * and this looks for releases after the request waits: so one of the two sees the other.
 */
export async function waitForHolds(
  ports: WaitForHoldsPorts,
  waiting: ErasureRequest,
  holdIds: readonly string[],
  dueAt: string,
): Promise<void> {
  if (holdIds.length === 0) return;
  const holds = await Promise.all(holdIds.map((holdId) => ports.holds.read(holdId)));
  const allStand = holds.every((hold) => hold !== undefined && hold.released === undefined);
  const due = allStand ? dueAt : ports.clock.now().toISOString();
  const progress = waitingUntil(waiting.progress, due);
  // If it was changed meanwhile, whoever changed it has said when it is looked at.
  if (progress) await ports.register.update({ ...waiting, progress });
}

/**
 * Makes what a hold kept something from due now, if it still waits, be it for its end or for a look after it; what runs
 * sees the release itself, and what has ended for good needs nothing.
 */
export async function lookAgainNow(
  { register, clock }: Omit<WaitForHoldsPorts, "holds">,
  requestId: string,
): Promise<boolean> {
  for (let tries = 0; tries < TRIES_MAX; tries += 1) {
    const request = await register.read(requestId);
    const now = clock.now().toISOString();
    const progress = request && waitingUntil(request.progress, now);
    if (!request || !progress) return false;
    if ((dueAt(request) ?? now) <= now) return true;
    if (await register.update({ ...request, progress })) return true;
  }
  return false;
}

/** Returns how a request stands that waits until then; undefined if it waits for nothing. */
function waitingUntil(progress: Progress, until: string): Progress | undefined {
  const isLookDue =
    progress.state === "completed" && (progress.lateWrites ?? progress.settling)?.look === "due";
  return progress.state === "waiting" || isLookDue ? { ...progress, dueAt: until } : undefined;
}

/** Only the drain and a person write to a request that waits. */
const TRIES_MAX = 5;
